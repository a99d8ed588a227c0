# What is wrong with a boundary in an import file. Plain text, read in a terminal and in chat.

boundary-unreadable = this cannot be read as a boundary; it must be WKT, such as POLYGON((101.7 36.6, 101.8 36.6, 101.8 36.7, 101.7 36.6)), or GeoJSON
boundary-not-polygon = a boundary must be an area: POLYGON or MULTIPOLYGON, not a point or a line
boundary-one-feature = the GeoJSON must hold exactly one area; put each grid's boundary into its own row
boundary-not-closed = the outline must end at the point where it begins; add the first point once more at the end
boundary-empty = the boundary holds no points; draw it anew, or leave the cell empty
boundary-too-many-points = the boundary has more than { $limit } points; have your map program simplify it
boundary-swapped = longitude and latitude seem to be exchanged; write longitude first, such as 101.7 36.6
boundary-outside = the numbers must be degrees: longitude from -180 to 180, latitude from -90 to 90
boundary-crosses-itself = the outline crosses itself at { $at }; draw it anew so that it runs round the area once
boundary-touches-itself = the outline touches itself at { $at }; make two parts of it, or move the point
boundary-nested = one part lies inside another; leave the inner one out
boundary-hole = a hole lies outside the area or cuts it in two; leave the hole out, or draw the area in parts
boundary-few-points = an area needs at least three different points
boundary-invalid = this is no proper area; draw it anew
