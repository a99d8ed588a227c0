# Buttons. Short, and the same word wherever the same thing is meant.
label-report = Report
label-accept = Accept
label-offer = Offer
label-resolve = Done
label-back = Back
label-solved = Solved
label-not-solved = Not solved
label-claim = Claim
label-finish = Done
label-withdraw = Withdraw
label-not-sure = Not sure
label-change-kind = Change kind
label-change-place = Change place
label-submit = Submit
label-cancel = Cancel
label-that-is-all = That is all
label-my-requests = My requests
label-tasks = Tasks
label-my-desk = My desk
label-more = More
label-here = Here: { $grid }
label-previous-page = ← Previous
label-next-page = Next →

# The command menu.
command-start = Open the menu
command-report = Report a problem
command-my = My requests
command-tasks = Tasks I can take, or have taken
command-desk = My desk: what I answer for
command-language = 中文 / English
command-privacy = What is kept of me, and who sees it
command-help = How this works
command-cancel = Stop what I am writing
command-open = Tasks that still need somebody
command-bind = Bind this group to a grid: /bind CODE
command-unbind = Unbind this group
