# 导入文件里的边界哪里不对。纯文本，在终端和聊天里看。

boundary-unreadable = 看不懂这个边界；请用 WKT，例如 POLYGON((101.7 36.6, 101.8 36.6, 101.8 36.7, 101.7 36.6))，或者 GeoJSON
boundary-not-polygon = 边界必须是一块区域：POLYGON 或 MULTIPOLYGON，不能是点或线
boundary-one-feature = GeoJSON 里只能有一块区域；每个网格的边界各写一行
boundary-not-closed = 边界线的终点必须和起点相同；请在末尾再写一次第一个点
boundary-empty = 边界里没有点；请重新画，或把这格留空
boundary-too-many-points = 边界的点超过 { $limit } 个；请用地图软件简化一下
boundary-swapped = 经度和纬度好像写反了；请先写经度，例如 101.7 36.6
boundary-outside = 数字必须是度数：经度 -180 到 180，纬度 -90 到 90
boundary-crosses-itself = 边界线在 { $at } 处自己交叉；请重新画，绕区域一圈即可
boundary-touches-itself = 边界线在 { $at } 处碰到自己；请分成两块，或挪动这个点
boundary-nested = 一块区域在另一块里面；请去掉里面那块
boundary-hole = 中间的洞在区域外面，或把区域切断了；请去掉洞，或分块画
boundary-few-points = 一块区域至少要有三个不同的点
boundary-invalid = 这不是一块完整的区域；请重新画
