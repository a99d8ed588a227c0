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
command-bind = Bind this group to a grid: /bind CODE
command-unbind = Unbind this group
