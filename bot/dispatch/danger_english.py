"""How people say in English that there is a fire, gas, an injury or a crime: with and without apostrophes,
articles and verbs. Part of `danger_words`; each table begins at a word."""

KIN = (
    r"(?:grand\w+|step\w+|gran(?:ny)?|ma|pa|mother|father|mum|mom|dad|son|daughter|child(?:ren)?"
    r"|parents?|kids?|baby|boy(?:friend)?|girl(?:friend)?|husband|wife|brother|sister|aunt|uncle"
    r"|partner|friend)"
)
OTHERS = r"(?:he|she|they|someone|somebody|people|stranger|m[ae]n|wom[ae]n|guy|burglar|thief|drunk)"
WHO = rf"(?:{OTHERS}|i(?=['m\ v])|we|lady|person|neighbou?r|toddler|worker|student|{KIN})"
IS = r"(?:'?s|'?ve|'?re|'?m|\ is|\ are|\ am|\ has|\ have|\ had|\ was|\ just|\ suddenly|\ been|\ got|\ gone)*"
NOT = (
    r"(?:not|isn'?t|aren'?t|wasn'?t|ain'?t|doesn'?t|does\ not|w(?:on|ouldn)'?t|stopped|no\ longer|barely"
    r"|hardly|scarcely)"
)
CANNOT = r"(?:can'?t|cannot|can\ not|couldn'?t|unable\ to)"
HOME = r"(?:house|flat|home|room|apartment|kitchen|place)"
LIMB = r"(?:leg|arm|hip|bone|ankle|wrist|neck|back|rib|nose|foot|skull|hand|finger|face)s?"
VEHICLE = r"(?:car|truck|bus|van|taxi|bike|e-bike|scooter|motor\w*|train)"
HURTS = (
    r"(?:hit(?:s|ting)?|punch(?:es|ed|ing)|slap(?:s|ped|ping)|kick(?:s|ed|ing)|grabb(?:ed|ing)"
    r"|attack(?:s|ed|ing))"
)

FIRE = rf"""\b(?=\w)(?:
    on\ fire\b(?!\ safety)|(?:caught|catching|catches)\ fire\b|ablaze\b
    |(?:a|the|big|house|kitchen|car|electrical|fire|there\ is|there's|theres|help|see|by)[ ,!]\ ?fire\b
        (?!\ (?:hazard|lane|exit|door|extinguisher|alarm|drill|escape|safety|station|hydrant|engine
            |truck|hose|brigade|department|route|inspection|wall|stair|passage|access|panel
            |cabinet|sign|box|sprinkler|equipment|regulation|rule|pit|sale))
    |fire!|fire\ (?:behind|near|(?:in|on|at)\ (?:the|my|our|\d|floor)|(?:down|up)stairs|outside|next\ door)
    |flames\b
    |(?:{HOME}|building|car|bike|something|smells?|is|are|its|s)\ (?:is\ )?burn(?:ing|s)\b
        (?!\ (?:leaves|rubbish|trash|garbage|paper|incense|wood|candles))
    |burning\ (?:\w+\ )?smell|smell(?:s|ing)?\ (?:(?:of|like|something|a\ bit)\ )*(?:smoke|burn(?:ing|t))\b
        (?!\ (?:food|toast|from\ (?:cig|the\ rest)))
    |(?:see|there's|theres|there\ is|full\ of|filled\ with|lots?\ of|so\ much|black|thick|heavy)
        \ (?:black\ |thick\ )?smoke\b(?!\ (?:alarm|detector|break|from\ the\ (?:bbq|barbecue|chimney)))
    |smoke\ from\ (?:the|a|my|his|her)\ (?!bbq|barbecue|chimney|restaurant)
    |smoke\ (?<!(?:cigarette|eighbours)\ smoke\ )(?<!(?:people|always
        |guests)\ smoke\ )(?<!they\ smoke\ )(?:in\ (?:the|my|our)\ (?:apartment|stair|hall|corridor|building
        |flat|room|kitchen
        |lift)
        |(?:is\ )?(?:coming|pouring|everywhere|filling))
    |(?:battery|socket|outlet|bike|scooter|charger|oven|stove|meter|wir(?:es?|ing)|cable|plug|engine|machine)
        \ (?:is\ |are\ )?smoking\b
    |spark(?:s|ing)\b|explo(?:sion|ded|ding)\b|call\ (?:119|(?:the\ )?fire)
    )|^\W*(?:fire\b\W*(?:help\b.*|please\b.*|now\b.*|in\b.*|at\b.*)?|smoke\W*)\Z
"""
GAS = r"""\b(?=\w)(?:
    gas\ (?:is\ )?(?:leak|smell|odou?r|escaping|everywhere|hissing|in\ the\ (?:hall|stair|corr|flat|build)
        |coming\ (?:out|from))
    |(?:smell\w*|stinks?|reeks?|leak\w*|odou?r|whiff)\ (?:of\ |like\ |some\ |the\ )*gas\b
    |gas\ (?:pipe|line|main|hose|tank|bottle)\ (?:is\ |has\ |was\ |got\ )*(?:leak|burst|broke|crack
        |hiss|hit\b)
    |gas\ \w+\ is\ leaking\b(?!\ water)
    |(?:broken|burst|cracked|hit|leaking)\ (?:the\ |a\ )?gas\ (?:pipe|line|main|hose)
    |(?:gas|monoxide)\ (?:alarm|detector)\ (?:is\ |has\ |just\ )*(?:going\ off|went\ off|ringing|sounding)
    |carbon\ monoxide\b(?!\ (?:alarm|detector)))
"""
INJURY = rf"""\b(?=\w)(?:
    {WHO}(?:{IS}\ (?:collapsed|hit\ by|f(?:ell|allen)\b(?!\ (?:asleep|behind|out\ with|in\ love|for))
            |dead\b(?!\ (?:tired|\w+s?\b))|dying\b(?!\ (?:of|to|for|from))
            |(?:turn(?:ing|ed|s)\ |going\ |went\ )?(?:blue|purple)\b
            |(?:got|been|was|were)\ (?:hit|run\ over|struck|knocked)\b|(?:lying|laying|lies)\ (?:on|in)\ the
            |dropped\ to\ the\ (?:floor|ground)
            |on\ the\ (?:ledge|(?:floor|ground)(?=\W*\Z|,|\ (?:and|not|bleeding)))
            |{NOT}\ (?:mov(?:e|ing)|respond(?:ing)?(?!\ to\ (?!me))|react(?:ing)?)\b)
        |\ {CANNOT}\ (?:move|speak|talk|stand)(?=\W*\Z|\ (?:anymore|properly|any\ more|at\ all|and|up)))
    |(?:{NOT}|{CANNOT})(?<!screen\ won't)(?<!phone\ won't)(?<!tv\ won't)(?<!computer\ won't)
        \ (?:breath(?:e|ing?)?\b|wak(?:e|ing)\b(?!\ (?:up\ )?(?:early|late|on|in|for|at))
            |get\ up\b(?!\ (?:the|to|there|here))|feel\ (?:his|her|my)\ {LIMB}
            |move\ (?:his|her|my)\ {LIMB})
    |(?:trouble|difficult(?:y|ies)|struggl\w+)\ (?:in\ |to\ )?breath(?:e|ing)\b|uncon\w{{0,2}}ious\b(?!\ bias)
    |no\ (?:pulse|heart\ ?beat)\b|heart\ (?:has\ )?stopped\b|unresponsive\b|passed\ out\b(?!\ \w+s\b)
    |faint(?:ed|ing)\b
    |(?:lips|face|skin)\ (?:are\ |is\ |turn\w*\ |went\ )*(?:blue|purple)\b
    |(?:fell|fallen)\ (?:off|from|down)\ (?:a|the|his|her|my)\ (?:ladder|stairs|bed|chair|bike|horse)
    |(?:bleed(?:s|ing)|bled)\b(?!\ air|\ radiator)|(?:lots?\ of|so\ much|covered\ in|losing)\ blood\b
    |blood\ (?:is\ )?(?:everywhere|all\ over|coming|pouring|dripping|running)
    |(?:broke|broken|breaks)\ (?:his|her|my|their)\ {LIMB}\b
    |broken\ (?<!(?:bench|table|chair)\ has\ a\ broken\ ){LIMB}\b
    |(?:his|her|my)\ {LIMB}\ (?:is|are|looks)\ broken\b|hit\ (?:his|her|my)\ head\b
    |(?:badly|seriously)\ (?:hurt|injured|burn(?:ed|t))|(?:is|are|got|was|been|s)\ (?:injured|hurt)\b
    |got\ (?:badly\ )?burn(?:ed|t)\b|burn(?:ed|t)\ (?:(?:his|her|my)\ {LIMB}|(?:him|her|my)self)\b
    |(?:severe|bad)\ burns\b|scalded\b
    |heart\ attack\b|chest\ (?:pain|hurts)|pain\ in\ (?:my|his|her|the)\ chest
    |(?:having|had|has|have)\ a\ (?:stroke|fit)\b|seizures?\b
    |convulsi|face\ (?:is\ |has\ )?droop|choking\b|overdos|allergic\ (?:reaction|shock)
    |swallow(?:ed|ing)\ (?:a|an|the|some|his|her)\b
    |(?:drank|ate|eaten|took)\ (?:\w+\ )?(?:bleach|poison|pesticide|detergent|cleaner|acid)
    |(?:been|was|is|got|food|s)\ poison(?:ed|ing)\b
    |(?:too\ many|all\ (?:of\ )?(?:his|her|my|the)|bottle\ of)\ (?:sleeping\ )?pills
    |(?:want(?:s|ed)?|wanna)\ (?:to\ )?die\b|want\ to\ live\ any\ ?more
    |going\ to\ die\b(?!\ (?:of|from|in))|(?:kill|hang)(?:ed|ing)?\ (?:him|her|my|them)sel
    |cut\ (?:(?:his|her|my)\ {LIMB}|(?:him|her|my)self)\b|suicid|dead\ body
    |(?:going|about|wants?|trying|threatening)\ to\ jump\b|jumped\ (?:off|from|out)\b
    |(?:he|she|they)(?:'ll|\ will)\ jump\b
    |fell\ on\ (?:me\b|him\b|(?:a|an|the|my|some)\ ?(?:old\ )?(?:{WHO}|one|body)\b)
    |drown(?:ed|ing)\b(?!\ (?:in\ (?!the\ (?:p|r|l|s|w|c))|out|by))
    |(?:hit|struck|run\ over|knocked\ (?:down|over))\ by
        (?<!(?:car|bus)\ was\ hit\ by)(?<!car\ got\ hit\ by)(?<!(?:bike|gate)\ was\ hit\ by)\ a\ {VEHICLE}\b
    |(?:got|been|was)\ run\ over\b|hit\ and\ run\b
    |{VEHICLE}\ (?:has\ |just\ )*(?:hit|ran\ over|crashed\ into
        |knocked\ (?:down|over))\ (?:\w+\ )?(?:old\ )?{WHO}\b
    |ran\ over\ (?:a|my|the|some)\ ?(?:{WHO}|one|body)\b|(?:car|traffic|road)\ (?:accident|crash)\b
    |dog\ (?:has\ |just\ )?(?:bit(?:ten)?|attack(?:ed|ing|s))\b
    |(?:bitten|attacked)\ by\ (?:a|the|his|her)\ (?:dog|snake)
    |electrocuted\b|electric\ shock|got\ shocked\b(?!\ (?:by|at|when))|od'd\b|mauled\b|giving\ birth
    |baby\ coming\ now
    |(?:her|my|wife's)\ waters?\ (?:has\ |have\ |just\ )?broken?\b(?!\ down)
    |in\ labou?r\b(?!\ (?:law|dispute|court))|ambulance\b(?!\ (?:access|lane))|call\ 120\b
    |need\ (?:a\ )?doctor\ (?:now|urgently|right)|medical\ emergency
    )|^\W*(?:collapsed|stroke|(?:(?:it'?s|this\ is)\ )?(?:an\ )?emergency
    |fell\ (?:(?:from|off|out\ of)\ the\ (?:balcony|window|roof)
        |in(?:to)?\ (?:the|a)\ (?:river|lake|pond|canal|pool|well)))\W*\Z
"""
CRIME = rf"""\b(?=\w)(?:
    {OTHERS}(?:{IS}\ (?:trying\ to\ (?:(?:get|come)\ in(?!\ touch)|force\ (?:my|the|open)|break)
            |locked\ (?:me|us|her)\ in\b|exposed\ himself
            |tr(?:ied|ying)\ to\ (?:grab|rob|stab|strangle|hit|take)\ (?:me|us|her|him|(?:my|a|the)\ {KIN})\b
            |shooting\b(?!\ (?:a|hoops|baskets|photos|videos|films?)\b)|(?:in|inside)\ (?:my|our)\ {HOME})
        |(?:'ll|\ will)\ kill\ (?:me|us|her|him)\b|\ won'?t\ let\ (?:me|us|her)\ (?:out|go|leave)\b)
    |missing\ (?:{KIN}|person)\b|{KIN}\ (?:didn'?t|hasn'?t|did\ not|never)\ c[oa]me\ (?:back|home)\b
    |{KIN}(?:\ with\ \w+)?(?:'?s|\ is|\ has|\ have|\ went)(?:\ gone
        |\ been)?\ (?:missing|taken|abducted|snatched)\b
    |burgl(?:ed|ary|ars?\b)(?!\ alarm)
    |break(?:(?:ing|s)?\ into\b(?!\ (?:two|pieces))|(?:ing|s)\ in\b|\ in\b(?!\ (?:the|a|my|our)\b))
    |brok(?:en?)\ into\b(?!\ (?:two|pieces))
    |broke\ in\b(?!\ (?:the|my|our|two|half|this|building|block))|break-?in\b|intruder
    |trying\ to\ (?:break\ (?:in|down|the|my)|open\ (?:my|our)\ door)
    |kick(?:ed|ing|s)\ (?:in\ )?(?:my|our)\ door
    |robb(?:ed|ing)\b|robbery\b(?<!(?:light|s\ are)\ robbery)(?<!\ is\ a\ robbery)|mugged\b
    |snatched\ (?:my|her|his)|(?:purse|bag|phone|wallet)\ (?:was|got|has\ been)\ snatched|stalk(?:er|ing)\b
    |(?:stole|stealing|took|grabbed)\ my\ (?:purse|wallet|(?:hand)?bag|phone|money|necklace)
    |thie(?:f|ves)\ (?:is|are|in|inside|now)\b|a\ thief\b
    |(?:a|the|his|her|with|has)\ knife\b(?!\ sharpen)|with\ (?:knives|an\ axe|a\ machete)|by\ the\ throat
    |stabb(?:ed|ing)\b|a\ gun\b|gun\ ?(?:shots?|fire|man)\b
    |(?:got|been|was)\ shot\b
    |(?:being|is|was|are)\ attack(?:ed|ing)|assault(?!\ course)|strangl|hostage
    |beat(?:ing|en|s)?\ (?:up\b|him\b|her\b|his\b|me\b|somebody\b|someone\b|a\ |my\ {KIN})
    |{HURTS}\ (?:me\b(?<!ball\ hit\ me)|him\b|his\ wife|her\b(?!\ car)|people\b|a\ (?:wo)?man\b|somebody\b
        |someone\b
        |my\ {KIN}\b)(?!\ up)
    |threaten(?:s|ed|ing)\ (?:me|us|her|him|my\ {KIN})\b
    |(?:threat\w*|wants?|going|trying)\ to\ kill\b(?!\ (?:the|some|time|rats|mosq|cockr))
    |kidnap|rap(?:e|ed|ing)\b(?!\ (?:oil|seed))|grop(?:ed|ing)\b|molest|touching\ me\b
    |touched\ (?:me|my\ {KIN})\b|domestic\ (?:violence|abuse)
    |(?:{CANNOT}\ find|lost|took)\ (?:my|our)\ {KIN}\b(?!')
    |fighting\b(?<!(?:dogs|cats|kids)\ fighting)(?<!(?:dogs|cats|kids)\ are\ fighting)
        (?!\ (?:for|dogs|cats))|a\ fight\b
    |fight\ (?:broke\ out|outside|(?:down|up)stairs)|follow(?:ing|ed|s)\ me\b(?!\ on)|being\ followed\b
    |call\ (?:the\ )?(?:police|cops|110)\b|help,?\ police|police\ (?:please|now|help)
    )
"""
