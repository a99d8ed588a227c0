# 演练场里的故事：每一步请人做什么（纯文本，前面会写明用谁的手机），以及故事里的人说的话。

page-refused-story = 这一步现在做不了：前面可能走了别的路，或者正是夜里、机器人没在运行。可以从头再来一遍，也可以自己接着往下玩。

# 一、下水道堵了
page-story-title-drain = 下水道堵了：从拍照到五颗星
page-step-drain-link = 点回形针，选“{ page-phone-doors }”，扫松柏苑2号楼1单元的。
page-step-drain-photo = 还是点回形针，选“{ page-phone-sample-pictures }”，发一张下水道的，写上：“{ $words }”
page-step-drain-submit = 看看对不对，对了就点“{ label-submit }”。
page-step-drain-accept = 楼栋长马上就看到了。点“{ label-accept }”，居民会知道有人管了。
page-step-drain-offer = 一个人干不完，点“{ label-offer }”。
page-step-drain-places = 要两个人，点“2”。
page-step-drain-to = 派到“松柏苑邻里群”。看清群里会看到什么：没有姓名，没有门牌。
page-step-drain-claim = 在群里点“{ label-claim }”，详情会私信过来。
page-step-drain-claim-too = 也在群里点“{ label-claim }”，人就齐了。
page-step-drain-late = 韩进才来晚了，卡片上已经没有“{ label-claim }”。在群里发“{ $words }”，看看还有没有缺人的事。
page-step-drain-arrived = 到了现场，点“{ label-arrive }”。
page-step-drain-done = 干完了，点“{ label-finish }”。
page-step-drain-result = 发一张疏通以后的照片，写上：“{ $words }”
page-step-drain-done-too = 也点“{ label-finish }”。
page-step-drain-result-too = 写一句：“{ $words }”
page-step-drain-hours = 四个小时过去了。在上面拨一拨时间，或者点“替我做”。
page-step-drain-solved = 下楼一看，真通了。点“{ label-solved }”。
page-step-drain-stars = 打五颗星：★★★★★
page-step-drain-thanks = 说声谢谢：“{ $words }” 然后看看别人的手机上来了什么。
story-drain-photo = 院子里的下水道堵了，脏水流得到处都是，老人孩子都不敢走。
story-drain-result = 疏通了，水下去了。
story-drain-result-too = 院子也扫干净了，撒了防滑的沙子。
story-drain-thanks = 谢谢大家，不到半天就好了！

# 二、老人取药
page-story-title-medicine = 老人取药：不会打字，就说一句
page-step-medicine-report = 按聊天下面的“{ label-report }”。
page-step-medicine-voice = 不会打字没关系，点话筒，发一段语音就行。
page-step-medicine-kind = 机器人听不懂语音，所以问是哪一类。点“❤️ 关爱帮扶”。
page-step-medicine-item = 再点“💊 陪诊送药”。
page-step-medicine-place = 问在哪里，就照平常说的写：“{ $words }”
page-step-medicine-found = 好几个小区都有，点松柏苑的那个。
page-step-medicine-submit = 点“{ label-submit }”。
page-step-medicine-accept = 楼栋长听得到那段语音。点“{ label-accept }”。
page-step-medicine-offer = 请人跑一趟，点“{ label-offer }”。
page-step-medicine-reword = 语音不会发到群里，所以点“{ label-reword }”，写一句给大家看的。
page-step-medicine-group-words = 写上：“{ $words }”
page-step-medicine-to = 派到“松柏苑邻里群”。
page-step-medicine-claim = 在群里点“{ label-claim }”。接了单，才看得到是谁、住哪里。
page-step-medicine-message = 先跟老人说一声，点“{ label-message }”。
page-step-medicine-soon = 写上：“{ $words }” 话由机器人转达，谁也看不到谁的账号。
page-step-medicine-done = 药送到了，点“{ label-finish }”。
page-step-medicine-result = 写上：“{ $words }”
page-step-medicine-solved = 点“{ label-solved }”。
page-step-medicine-stars = 打五颗星：★★★★★
story-medicine-place = 1号楼2单元
story-medicine-group-words = 有位老人腿脚不便，想请人上午帮忙到医院取一趟药。
story-medicine-soon = 马大爷，我是小吴，取了药就给您送上去。
story-medicine-result = 药送到家了，怎么吃也给老人讲清楚了。

# 三、没人理
page-story-title-silence = 没人理：催办，再升级
page-step-silence-link = 点回形针，选“{ page-phone-doors }”，扫松柏苑2号楼1单元的。
page-step-silence-words = 发一张楼道的照片，写上：“{ $words }”
page-step-silence-submit = 点“{ label-submit }”。这类事半小时内要有人答复。
page-step-silence-reminder = 楼栋长陈德福没看手机。点上面的“到下一时限”，直到机器人催他。
page-step-silence-escalated = 还是没动静。再点“到下一时限”，直到网格长李建国收到升级督办。
page-step-silence-takes = 点“{ label-accept }”，这件事从此由网格长负责。看看陈德福和王桂兰的手机上怎么说。
page-step-silence-done = 灯修好了，点“{ label-resolve }”。
page-step-silence-result = 写上：“{ $words }”
page-step-silence-solved = 楼道亮了。点“{ label-solved }”。
page-step-silence-stars = 等得久了点，打四颗星：★★★★
story-silence-words = 楼道里的灯坏了三天了，晚上什么都看不见。
story-silence-result = 换了新灯，各层都亮了。
