# 在哪里：发送位置、说不清的地方、住处。HTML。

label-send-location = 发送位置

place-send-location = 请点下面的“{ label-send-location }”，我来查您在哪里。
    事情在别处，或者点了没反应？直接写地址给我就行，例如“3号楼2单元”。
place-noted = 📍 收到，谢谢。
# 字写错了，或位置在交界处。
place-ask-one = 是这里吗？
place-unsure = 地点：还不清楚，在{ $place }范围内，由社区来核实
