# Shown alone, before the report: whom to call now. HTML, few and plain words.

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
