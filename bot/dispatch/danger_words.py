"""How people say that there is a fire, gas, an injury or a crime, in Chinese and in English; as they write in
haste, without signs between, and as voice input writes it. What is written here is looked at by `dangers`."""

SOMEBODY = r"(?:人|爷|奶|公|婆|爸|妈|叔|姨|婶|伯|伴|孩|娃|宝|男的|女的|邻居|大爷|大妈|老头|师傅)"
SHE = (
    r"(?:he|she|i|somebody|someone|(?:wo)?man|lady|person|people|father|mother|dad|mum|mom|grand(?:ma|pa|mother|father)"
    r"|neighbou?r|child|kid|baby|boy|girl|son|daughter|husband|wife|worker)"
)
NO_SMOKE = r"(?![味头蒂囱道花酒民灰盒草具])"
ROOMS = r"(?:楼道|楼里|楼上|楼下|屋里|屋子|家里|房间|厨房|走廊|车库|电梯|窗户|满楼|满屋)"

FIRE = rf"""
    (?<!打)(?<!不)[着起失]了?大?火(?!点|星|锅|车)|着[货伙]了|[放纵]火(?!锅|车|柴|腿)|火[灾场]|火势
    |走水了|好大的(?:火(?!气|锅|车)|[黑浓]?烟{NO_SMOKE})|(?<!我)(?<!气)(?<!灶)火[好很太]大|(?:^|有|[，。,.!！\s])大?火(?=$|[，。,.!！\s])
    |[烧燃](?:起来|着了|得很大|到楼上)|(?:房子|屋子|楼)[^，。,.\n]{{0,3}}烧了|有明火|火苗|火光|自燃|爆燃
    |爆炸(?!性)|变压器[^，。,.\n]{{0,2}}爆了
    |(?:锅|房子|屋子|被子|窗帘|沙发|纸箱|电线|插座|电动车|电瓶车?|汽车|垃圾桶?|配电箱|变压器)着了
    |(?<!烟囱)(?<!烧烤)(?<!烤摊)(?<!嗓子)(?<!气得)(?<!渴得)(?<!急得)(?<!七窍)(?<!眼睛)(?<!眼里)
        冒(?:着|出|起|了)?(?:(?:黑|浓|白|大)?烟|大?火)
    |浓烟|(?<!油)烟(?:往外)?冒|(?:电线|线路|插座|插排|电表|开关)[^，。,.\n]{{0,4}}打火
    |[焦糊]的?味|(?:烟雾|烟感|火灾)报警器?[^，。,.\n不误没]{{0,4}}响
    |{ROOMS}[^，。,.\n]{{0,4}}(?:有|好多|很多|都是|全是|满是)(?:很多|好多|大量)?[黑白]?烟{NO_SMOKE}
    |{ROOMS}[^，。,.\n]{{0,2}}全?都?是烟{NO_SMOKE}|满(?:楼道?|屋子?)[^，。,.\n]{{0,2}}烟{NO_SMOKE}
    |火警(?!器|电话|演)|(?:快|赶紧|赶快|叫|喊)[^，。,.\n]{{0,3}}消防(?:车|队|员)
    |消防(?:车|队|员)(?:快|赶紧|马上)
    |[打叫拨喊]个?\ ?119(?!\d)|(?<![\d费款价])119\ ?(?:快来|快点来|赶紧来|马上来|[快来](?=\W|\Z))
    |\bon\ fire\b(?!\ safety)|\b(?:caught|catching|catches)\ fire\b
    |\b(?:a|the|big|house|kitchen|car|fire|there\ is|there's|help)[ ,!]\ ?fire\b(?!\ (?:hazard|lane|exit|door
        |extinguisher|alarm|drill|escape|safety|station|hydrant|engine|truck|hose|brigade|department|route
        |inspection|wall|stair|passage|access|panel|cabinet|sign|box|sprinkler|equipment|regulation|rule|pit))
    |^\W*fire\b\W*(?:help\b.*|please\b.*|now\b.*|in\b.*|at\b.*)?\Z
    |\bfire!|\bflames\b|\b(?:house|building|flat|car|kitchen|bike|something|smells?|is)\ (?:is\ )?burning\b
    |\bburning\ smell
    |\bsmell(?:s|ing)?\ (?:of|like)?\ ?(?:smoke|burning)|\blots?\ of\ smoke
    |\bsmoke\ from\ (?:the|a|my|his|her)\ (?!bbq|barbecue|chimney)
    |(?<!cigarette\ )\bsmoke\ in\ the\ (?:stair|hall|corridor|building|flat|room|kitchen|lift)
    |(?<!cigarette\ )\bsmoke\ (?:is\ )?(?:coming|pouring|everywhere|filling)|\bexplo(?:sion\b|ded\b)
    |\bcall\ (?:119|the\ fire)
"""
GAS = r"""
    (?:煤[气汽]|燃气|天然气|液化气|瓦斯)[^，。,.!！?？;；\n没否]{0,6}?(?:泄[漏露]|漏气|漏了|味(?!精)|臭
        |报警器?一?直?在?响)
    |(?:煤[气汽]|燃气)[^，。,.\n]{0,6}中毒|漏(?:煤气|燃气|天然气|液化气)
    |(?:头[晕疼痛]|恶心|呕吐)[^。.\n]{0,8}(?:煤[气汽]|燃气)中毒|闻到[^，。,.\n]{0,6}(?:煤气|燃气|天然气)|一股(?:煤气|燃气|天然气)|一氧化碳中毒
    |(?:家|屋里?|屋子|房间|厨房|楼道|楼)里?(?:全是|都是|好多|满是)(?:煤[气汽]|燃气|天然气)(?![灶费表本卡罐管瓶用])
    |\bgas\ (?:is\ )?(?:leak|smell|escaping|everywhere)
    |\b(?:smell\w*|leak\w*)\ (?:of\ |like\ |some\ |the\ )*gas\b
    |\bcarbon\ monoxide\b(?!\ (?:alarm|detector))
"""
INJURY = rf"""
    [晕昏]倒|昏迷|昏过去|晕过去|昏死|休克|不省人事|叫不醒|没了?有?(?:呼吸|心跳|意识|知觉|脉搏)|失去意识|喘不[上过]来?气|胸口[很好]?[疼痛]
    |呼吸困难|心脏病(?:发作|犯了|又犯)|心梗|(?<![集])中风了|抽搐|口吐白沫
    |(?:孩子|娃|宝宝)[^，。,.\n]{{0,4}}抽风|癫痫发作
    |[流出]了?(?:好多|很多|一地|满头|不少)血|流血|大出血|血流不止|血止不住|止不住血|头破血流
    |血流[了满]|(?:我|[他她]|[爷奶爸妈])的?(?:手|腿|胳膊|脚)断了|(?:吃|喝|吞)了[^，。,.\n]{{0,4}}安眠药
    |(?:我|[他她]|孩子|小孩|老人|有人|[爷奶爸妈])被(?:电梯|门|车门|电梯门)夹|(?:好多|满[脸头身地手]都?是)血(?![管压糖])
    |(?:摔|跌|倒)[^，。,.\n]{{0,8}}(?:起不来|不能动|动不了|骨折|受伤|不动了)|摔[断伤]
    |摔破了?(?:头|脸|皮|腿|膝|手)
    |(?:头|脸|腿|膝盖|手)[^，。,.\n]{{0,2}}摔破|躺[^，。,.\n]{{0,5}}(?:起不来|动不了|不动了?|没反应|不醒)
    |{SOMEBODY}[^，。,.\n把将扔往乱垃水]{{0,4}}倒(?:在?了?(?:地|楼道|楼梯|路|血)
        |在(?:了|我)?家?(?:楼下|门口|电梯|屋|家里|厕所|卫生间|浴室|雪地|水里)(?!的))
    |(?:有人|孩子|小孩|老人)从[^，。,.\n]{{0,6}}[掉摔坠]|骨折了|烫伤|烧伤(?!后|科)|触电|被电(?:到|击|着|了)|溺水|落水(?![管斗口槽])|坠楼|跳楼(?!价)|跳[河江桥](?!口|头)
    |(?<!年)轻生|自杀
    |不想活|(?:有人|他|她|男的|女的|孩子)[^，。,.\n]{{0,10}}(?:往下跳|跳下[来去])|[掉摔坠]下来(?:一个|个|了)人
    |掉[进到](?:水|河|湖|井|坑|沟)里?|[摔跌滑]倒了|{SOMEBODY}[^，。,.\n容易会能怕防]{{0,6}}[摔跌滑]倒
    |(?:人|孩子?|娃|爷|妈)掉(?:水|河|湖|井|坑|沟)里
    |救命(?![恩稻药钱])|救救(?:我|他|她|孩子|老人|命)|(?:快来?|来人)救人|救人(?:啊|呀|哪|!|$)
    |{SOMEBODY}(?:快|好像|要|都)?不行了|{SOMEBODY}晕了|(?:老人|爷爷|奶奶|我[爸妈])没反应
    |(?:人|爷爷?|奶奶?|爸爸?|妈妈?|老伴|他|她)没气了
    |噎[住着到]|卡[住到]?了?(?:喉咙|嗓子|气管)|羊水破|快要?生了(?!怎么)
    |(?:突发|急性)(?:脑|心|疾病)|割腕|(?<![楼路墙屋室车马])上吊(?![顶车灯柜装篮机绳兰椅扇])|服毒|喝了?农药
    |狗[^，。,.\n]{{0,3}}咬(?:伤|人了|了人|了?(?:我|他|她|孩子|小孩|老人))
    |(?:人|我|[他她]|孩子?|娃|爷|奶|妈|爸)被[^，。,.\n]{{0,4}}狗[^，。,.\n]{{0,3}}咬
    |有人(?:受|被[^，。]{{0,4}})伤
    |[撞砸](?:到|伤|倒|中|着)?了?(?:个|一个)?(?:人(?![行民家工])|老人|孩子|小孩|大爷|大妈|头)
    |(?:有人|老人|孩子|小孩|大爷|大妈|爷爷|奶奶|行人|我|他|她)被[^，。,.\n的]{{0,6}}撞
    |(?<!经常)(?<!常)(?:出|发生)了?车祸
    |救护车(?!.{{0,6}}通道|.{{0,4}}进不)|[打叫拨喊]个?\ ?120(?!\d)
    |(?<![\d费款价])120\ ?(?:快来|快点来|赶紧来|马上来|[快来](?=\W|\Z))
    |\bunconscious\b|\bnot\ breathing\b|\b(?:can'?t|cannot)\ (?:breathe|get\ up|move\ (?:his|her|my))
    |\bbleed(?:s|ing)\b(?!\ air|\ radiator)|\b(?:lots?\ of|covered\ in)\ blood|\bblood\ everywhere
    |\bfainted\b|\bpassed\ out\b
    |\bheart\ attack\b|\bchest\ pain|\boverdos|\bchoking\b|\b(?:having|had|has)\ a\ (?:stroke|seizure)\b
    |\b{SHE}\ (?:has\ |just\ |have\ )*(?:collapsed
        |f(?:ell|allen)\b(?!\ (?:asleep|behind|out|in\ love))|been\ hit\ by)
    |\b{SHE}(?:'s|\ is)?\ (?:not\ (?:moving|responding|waking)|dying)\b
    |\b(?:going|about|wants?|trying|threatening)\ to\ jump\b|\bjumped\ (?:off|from|out)\b
    |\belectrocuted\b|\belectric\ shock|\bdrowning\b(?!\ in)|\bbroken\ (?:leg|arm|hip|bone)
    |\b(?:badly|seriously)\ (?:hurt|injured)
    |\b(?:is|are|got|was|been|'s)\ (?:injured|hurt)\b|\bgot\ (?:badly\ )?burn(?:ed|t)\b
    |\bcut\ (?:his|her|my)\ wrist|\bsuicid
    |\bkill\ (?:him|her|my)self
    |\bdog\ (?:has\ |just\ )?bit(?:ten)?\b|\bbitten\ by\ (?:a|the|his|her)\ dog
    |\bhit\ by\ a\ (?:car|truck|bus|van|bike|scooter|motor)
    |\bambulance\b(?!\ (?:access|lane))|\bcall\ 120\b
"""
CRIME = r"""
    打人(?!工|民|次|气|行)|打老婆|(?<![国大])家暴(?![雨晒露])|(?<!狗)(?<!猫)打(?:起来了|架(?!子))|斗殴
    |打(?:我|她|他|孩子|小孩|老人|妈妈?|爸爸?|儿子|女儿|媳妇)(?![们的家门针手机电话招呼主官防预疫])
    |(?:(?:我|他|她|孩子|老人|人|妈|爸)被[^，。,.\n]{0,4}|被人)打(?:了(?!电话|折|招呼|[一个]+洞)|伤|骂|死|得|一顿)
    |[持拿动握带](?:着|了|起)?(?:一?把)?(?:菜|水果|砍)?刀(?![具架片削])|砍人(?!家)
    |捅(?:人(?!家)|伤|死|了(?:人|他|她|我|[一几两]刀))
    |(?:有人|我|他|她|孩子|老人)被[^，。,.\n]{0,4}(?:砍|捅)|行凶|杀人|抢劫|抢(?:了|走)?(?:我|他|她|老人|别人)?的?(?:手机|包(?![间厢裹])|钱|东西|孩子|项链)|绑架
    |拐[走卖]|猥亵|强奸|性侵
    |跟踪我|(?:男人|男的|有人|生人)[^，。,.\n]{0,3}跟着我(?!们)|尾随(?:我|她|女)|有人(?:跟踪|尾随)|(?:有人|小偷|贼|陌生人|生人)[^，。,.\n]{0,4}(?:入室|闯[进入])
    |入室(?:抢|盗|偷|行窃|伤|杀)|(?:有人|小偷|贼|陌生人|正在|在)撬(?:锁|门|窗|车)|[砸踹](?:我们?家|人家)?的?门
    |有人[^，。,.\n]{0,4}[翻爬](?:窗|阳台|墙进)|[翻爬]窗户?进|有人[^，。,.\n]{0,5}闹事
    |(?:有|抓|看[到见]|发现|进了?|来了?)(?:个|一个)?(?:小偷|贼(?!喊))|小偷(?:正?在|进|来了|还在)|正在偷
    |在偷(?![懒听看倒排])
    |有人偷(?:电瓶|电动车|车|东西|包)|要杀(?![虫毒菌蟑鼠蚊鸡鱼猪价])|威胁[^，。]{0,4}(?:杀|打|砍)
    |(?:孩子|小孩|女儿|儿子|老人|爷爷|奶奶|老伴|[我他她][爸妈])(?:突然|好像|又|刚刚?|也)?(?:不见了|走丢|走失|失踪|找不[到着]了|丢了(?=\W|\Z))
    |(?:孩子|娃|小孩)被[^，。,.\n]{0,4}[抱拐]走
    |(?:快|赶紧|赶快|帮[我忙])[^，。,.\n]{0,2}(?:报警(?!器)|[打叫拨]\ ?110(?!\d))
    |(?<![\d费款价])110\ ?(?:快来|快点来|赶紧来|马上来|[快来](?=\W|\Z))
    |\bburglar(?!\ alarm)|\b(?:breaking|broke|breaks?)\ in(?:to)?\b|\bbreak-?in\b|\bintruder
    |\brobb(?:ed|ery|ing)\b
    |\bmugged\b|\b(?:a|the|his|her|with|has)\ knife\b(?!\ sharpen)|\bstabb(?:ed|ing)\b
    |\b(?:being|is|was|are)\ attack(?:ed|ing)
    |\bassault|\bbeat(?:ing|en|s)?\ (?:up\b|him\b|her\b|his\b|me\b|somebody\b|someone\b|a\ )
    |\b(?:hit(?:s|ting)?|punche[sd]|slap(?:s|ped)|kick(?:s|ed))\ (?:me|him|his\ wife|her(?!\ car)
        |my\ (?:mother|mom|mum|wife|child|son|daughter))\b(?!\ up)
    |\b(?:got|been|was)\ shot\b|\bkidnap|\brap(?:e|ed|ing)\b
    |\b(?:a|the|my)\ (?:child|son|daughter)\ is\ missing
    |(?<!dogs\ )(?<!cats\ )(?<!dogs\ are\ )(?<!cats\ are\ )(?<!kids\ )\bfighting\b(?!\ (?:for|dogs|cats))
    |\ba\ fight\b
    |\bthie(?:f|ves)\ (?:is|are|in|inside|now)\b|\ba\ thief\b
    |\b(?:someone|somebody)\ is\ in\ my\ (?:house|flat|home|room)
    |\bfollow(?:ing|ed|s)\ me\b|\bthreat\w*\ to\ kill|\bdomestic\ violence\b|\ba\ gun\b
    |\bcall\ (?:the\ )?(?:police|110)\b|\bhelp,?\ police
"""
NOT_BEFORE = r"""
    (?:怕|(?<![消国])防(?!盗门|盗窗|水|护|火门|雨)|预防|容易|万一|如果|要是|以免|避免|(?<!不)小心|当心|担心|消除|上次|去年|前年|以前|曾经|关于
        |差点|差一点|险些
        |(?<![委员协开聚工一理])会(?![议所场员])|(?<![么可])能(?=\Z|引|导|造))[^，。,.!！?？;；\n]{0,4}\Z
    |(?:没有?|(?<!是)不是|未|并未|不要|不准|别(?!人))(?:再|看见|看到|发现|发生|闻到|见到|出现|有|真的?|什么|任何)*(?:人(?:被|受)?)?\Z
    |\b(?:(?:could|might|may|would)(?!\ be\b|\ have\b)|if|in\ case|risk|afraid|fear|prevent|avoid
        |almost|nearly
        |last\ (?:year|week|month)|used\ to|before\ somebody
        |(?:question|ask|asking|information|poster|leaflet)s?\ about)\ (?:[\w']+\ ){0,4}\Z
    |\b(?:no|nobody|not|isn'?t|aren'?t|wasn'?t|weren'?t|never|without)
        \ (?:(?:a|an|any|the|one|more|is|was|been|being|sign|smell|of|really|on)\ )*\Z
"""
"""Just before: it is not there, was long ago, or is only feared."""
FEARED = r"(?:可能|引发|引起|造成|导致)[^，。,.!！?？;；\n]{0,4}\Z"
"""The same, unless it has happened (着火了)."""
NOT_BEHIND = r"""
    的?(?:隐患|风险|危险|危害|可能[性，。]|可能\Z|演练|演习|宣传|讲座|知识|培训|预案|险(?!情)|后遗症|怎么办理|报警器(?![^不误没]{0,3}响))
    |了?(?:一样|似的)|过(?![去来敏])
    |\ (?:[\w']+\ ){0,3}last\ (?:year|month|week)\b
    |\ ?(?:drill|hazard|risk|safety|training|prevention|insurance)\b
"""
"""Just behind: it is spoken of, and does not happen."""
