# A person and the bot. HTML: <b> for what the eye looks for first.
# Said together with the large keys below the chat.
welcome = 您好，这里是<b>红马甲</b>。家门口有什么事，点“{ label-report }”，或者直接把情况发给我就行。
    我会转给负责您那一片的人，一直跟到您说解决为止。
welcome-brief = 您好，这里是<b>红马甲</b>。家门口有什么事，直接告诉我就行。
# Stands below a greeting in every language, for those whose language is not known.
welcome-choose = 选语言请点 /language
welcome-with-post = { $name }，您好，这里是<b>红马甲</b>。您现在是：
    { $posts }
    有事会发到这里，您点一下按钮就能处理。
welcome-linked = { $name }，您好！已经为您开通<b>红马甲</b>，您现在是：
    { $posts }
    有事会发到这里，您点一下按钮就能处理。
welcome-to-claim = 好了，您可以接单了。请回到群里，再点一次“{ label-claim }”。
welcome-back = 您回来了，真好！前一阵我的消息到不了您这里，现在是这样：
welcome-back-own = · 您反映的事还有 { $count } 件没完，在“{ label-my-requests }”里
welcome-back-desk = · 等您处理的有 { $count } 件，在“{ label-my-desk }”里
welcome-back-nothing = 没有什么事在等您。
welcome-post-came = 您现在是：
    { $posts }
    有事会发到这里；要看全部，点下面的“{ label-my-desk }”。
welcome-post-went = 您的岗位已经结束，以后的事由别人接着办。谢谢您！
    家里有事，照样点“{ label-report }”。
language-set = 好的，以后都用中文。
phone-thanks = 记下了，谢谢！只有办您的事的人才能看到，方便给您回电话。

post-line = · { $grid } { $role }
post-line-everywhere = · { $role }

# Behind More.
more-title = 请选：
# The same in every language: whoever reads it may not know the one they are in.
language-ask = 请选语言 · Please choose your language
phone-ask = 请点下面的“{ label-share-phone }”。电话只给办您的事的人看。
    您如果是社区名册上的网格长、志愿者等，会马上为您开通。
phone-not-yours = 这是别人的号码，我没有记。要留自己的电话，请点“{ label-more }”，再点“{ label-share-phone }”。
phone-strange = 这个号码我认不出来，没有记下。急事请直接打电话给社区。
refused-phone-taken = 这个号码已经留在另一个账号上了，没有改动。如果两个都是您，请联系社区管理员。
refused-other-phone = 社区名册里您的电话是另一个号码，没有改动。要换号码，请告诉社区。

privacy = <b>我保存什么</b>
    您在这里写的、发的，您的名字、您留的电话和地点，还有事情办理的经过。
    <b>谁能看到</b>
    · 办您这件事的人：看得到全部，好联系您。
    · 群里：看不到您的名字、电话和门牌号。
    · 接了单的志愿者：事情办完以前，看得到您的名字、电话和地点。
    · 别的居民：什么也看不到。
    <b>要改、要删</b>
    请告诉社区，工作人员替您办。

# What the reader taps, by what they are.
help-resident = <b>有事</b>：点“{ label-report }”，或者直接写一句话、发张照片给我。
    <b>看进展</b>：点“{ label-my-requests }”。
    <b>办好了</b>：我会问您解决没有，点“{ label-solved }”或“{ label-not-solved }”。
help-volunteer = <b>接单</b>：在群里点“{ label-claim }”，详情会私信给您。
    <b>办完</b>：点“{ label-finish }”，写几个字或发张照片。去不了就点“{ label-withdraw }”。
    <b>您手上的单</b>：点“{ label-tasks }”。
    自己家有事，点“{ label-report }”，进展在“{ label-my-requests }”里。
help-answering = <b>新的事</b>会发到这里：点“{ label-accept }”自己办，或点“{ label-offer }”请群里的志愿者办。
    <b>办完</b>：点“{ label-resolve }”，写几个字，我去问居民。
    <b>还有哪些</b>：点“{ label-my-desk }”，快到时间的排在前面。
    快到时间我会提醒您；没有人答复，会报给上一级。
help-admin = <b>没有人负责的事</b>会发到这里：点“{ label-accept }”或“{ label-offer }”。
    <b>全部</b>：点“{ label-my-desk }”。
    <b>绑定群</b>：把我拉进群，在群里发 /bind 网格名称，比如 /bind 某小区3号楼；写编码也行，“{ label-my-grid }”里有。
    <b>换人</b>：请维护人员重新导入名册，菜单会自动改好。
help-end = 不想写了：/cancel　换语言：/language　隐私：/privacy

cancelled-question = 好的，不写了。
cancelled-draft = 好的，这次不反映了，什么也没有发出去。
cancelled-nothing = 没有正在写的东西。有事点“{ label-report }”。

# Whose name in Telegram shows nothing is called this.
nameless = 邻居

label-language = 语言 Language
# Each language by its own name; the documentation has both.
label-itself = 中文
label-privacy = 隐私
label-help = 怎么用
label-share-phone = 📱 留我的电话
