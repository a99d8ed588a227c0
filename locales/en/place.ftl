# Where it is: one's location, a place nobody is sure of, home. HTML.

label-send-location = Send location
label-show-location = Show the location

place-send-location = Tap “{ label-send-location }” below and I look up where you are.
    Is it somewhere else, or does the key not work? Then just write me the place, such as “building 3, unit 2”.
place-noted = 📍 Noted, thank you.
# The place was found by a slip of the pen, or by a location at a border.
place-ask-one = Is it this one?
place-unsure = Place: not known yet, in { $place }. The office will find out.

refused-which-office = Never mind: tap the one that is nearest first, then “{ label-not-sure }” again. The office there will find out.

# Home, behind More. Only its owner sees the door there.
label-my-home = My home
label-choose-home = Choose
label-change-home = Change
label-forget-home = Forget it
home-set = 🏠 Your home: <b>{ $place }</b>
home-door = The door: { $door }
    In a group nobody sees it.
home-no-door = When you report something there, write the door too and tap “{ label-make-home }”: then I remember it.
home-none = You have not said yet where your home is. If I know, you need not say it with every report.
home-ask = Where do you live? Choose; or just write it to me, such as “building 3, unit 2, 502”; a location or the poster at your door will do as well.
home-unknown = I could not find the place you wrote or sent.
answer-home-forgotten = I have forgotten it.
