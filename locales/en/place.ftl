# Where it is: one's location, a place nobody is sure of, home. HTML.

label-send-location = Send location

place-send-location = Tap “{ label-send-location }” below and I look up where you are.
    Is it somewhere else, or does the key not work? Then just write me the place, such as “building 3, unit 2”.
place-noted = 📍 Noted, thank you.
# The place was found by a slip of the pen, or by a location at a border.
place-ask-one = Is it this one?
place-unsure = Place: not known yet, in { $place }. The office will find out.
