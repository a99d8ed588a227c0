"""What people say beside a danger when there is none: it is denied, feared, long ago, or of a film.
In Chinese and in English."""

NOT_BEFORE = r"""
    (?:怕|(?<![消国])防(?!盗门|盗窗|水|护|火门|雨)|预防|容易|万一|如果|要是|以免|避免|(?<!不)小心|当心|担心
        |消除|上次|去年|前年|以前|曾经|关于
        |差点|差一点|险些|(?:电影|电视剧?|小说|游戏|新闻)[里中上]
        |(?<![委员协开聚工一理他她说])会(?![议所场员])|(?<![么可])能(?=\Z|引|导|造))[^，。,.!！?？;；\n]{0,4}\Z
    |(?:没有?|(?<!是)不是|未|并未|不要|不准|别(?!人))(?:再|看见|看到|发现|发生|闻到|见到|出现|有|真的?|什么
        |任何)*(?:人(?:被|受)?)?\Z
    |\b(?:(?:could|might|may|would)(?!\ be\b|\ have\b)|if|in\ case|risk|afraid|fear|prevent|avoid
        |almost|nearly
        |last\ (?:year|week|month)|used\ to|before\ somebody
        |(?:question|ask|asking|information|poster|leaflet)s?\ about)\ (?:[\w']+\ ){0,4}\Z
    |\b(?:no|nobody|not|isn'?t|aren'?t|wasn'?t|weren'?t|never|without)
        \ (?:(?:a|an|any|the|one|more|is|was|been|being|sign|smell|of|really|on)\ )*\Z
"""
"""Just before: it is not there, was long ago, is of a film, or is only feared."""
FEARED = r"(?:可能|引发|引起|造成|导致)[^，。,.!！?？;；\n]{0,4}\Z"
"""The same, unless it has happened (着火了)."""
NOT_BEHIND = r"""
    的?(?:隐患|风险|危险|危害|可能[性，。]|可能\Z|(?:救援)?(?:演练|演习|宣传|讲座|知识|培训|预案)|险(?!情)
        |后遗症|怎么(?:办理|调解|预防|申请)|电影|小说|游戏|报警器(?![^不误没]{0,3}响))
    |了?(?:一样|似的|在家[休养]|住院|出院|康复|复查|卧床)|过(?![去来敏])
    |\ (?:[\w']+\ ){0,3}last\ (?:year|month|week)\b
    |\ (?:is\ )?in\ (?:the|a)\ (?:film|movie|game|book|show)\b
    |\ ?(?:drill|hazard|risk|safety|training|prevention|insurance)\b
"""
"""Just behind: it is spoken of, and does not happen."""
