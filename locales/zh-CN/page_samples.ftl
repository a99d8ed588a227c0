# Pictures and voice messages that lie ready to be sent. Of a picture what it shows, of a voice what it says.
page-sample-drain = 院里下水道堵了，污水积了一地
page-sample-drain-close = 近看：水已经漫到篦子口
page-sample-drain-done = 疏通好了，地面也扫干净了
page-sample-lamp = 楼道灯不亮，黑乎乎的
page-sample-rubbish = 垃圾桶满了，袋子堆了一地
page-sample-ice = 单元门口的台阶结了冰
page-sample-medicine = 药盒、吃剩的两片药和处方
page-sample-voice-lamp = 楼道里的灯坏了，晚上看不见，我腿脚不好，麻烦你们来看看。
page-sample-voice-medicine = 我的药快吃完了，自己去不了医院，能不能帮我取一下药？
page-sample-voice-thanks = 谢谢你们，辛苦了。
