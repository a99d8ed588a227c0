# Shown alone, before the report: whom to call now. HTML, few and plain words.

label-report-as-well = Report this as well
label-go-on = Go on

danger-fire = 🔥 <b>Is something burning?
    Call { $fire } now.</b>

    Get everybody out and shut the doors behind you. Do not take the lift.
    Somebody is hurt: <b>{ $ambulance }</b>
danger-gas = ⚠️ <b>Do you smell gas?
    Open the windows. Touch no switch. Light nothing. Go outside.</b>

    Then call from there: <b>{ $fire }</b>
danger-gas-company = The gas company: <b>{ $number }</b>
danger-injury = 🚑 <b>Is somebody hurt, or not well at all?
    Call { $ambulance } now.</b>

    Stay with them. Say where you are, and keep the line open.
danger-crime = 🚨 <b>Are you or others in danger?
    Call { $police } now.</b>

    Get to a safe place first. Somebody is hurt: <b>{ $ambulance }</b>
danger-then = I cannot call for you. When you are safe, tap “{ label-go-on }” to tell your community too.

# The same, where it was said to a request that runs already.
danger-said = I cannot call for you. What you wrote goes to <b>#{ $number }</b> all the same. If it is something else, be safe first, then tap “{ label-report-as-well }”.
danger-reported = I cannot call for you. This is a report of its own too, see below ↓
answer-reported-already = This is a report of its own already; please see below.
