# A report in the making. HTML.
draft-title = 📝 <b>您要反映的事</b>
draft-words = { $words }
draft-sent-photo = 📷 { $count } 张照片
draft-sent-video = 🎬 { $count } 段视频
draft-sent-voice = 🎤 { $count } 段语音
draft-sent-file = 📎 { $count } 个文件
draft-sent-location = 📌 位置已记下
draft-too-many = ⚠️ 照片、视频、语音和文件，一次最多交 { $limit } 个，最后 { $over } 个这次交不上。先点“{ label-submit }”，再点“{ label-add }”发给我就行。
draft-kind = 类别：{ $kind }
draft-kind-guessed = 类别：{ $kind }（我猜的，不对可以改）
draft-place = 地点：{ $place }
draft-place-home = 地点：{ $place }（您的住处）
# Beside the place, what the resident wrote of it: the door, the corner of the yard.
draft-place-words = 具体位置：{ $words }

# What is asked next.
draft-ask-anything = 请说说哪里有什么问题，发照片、语音也行；也可以先选一类：
draft-ask-words = 请说说哪里有什么问题，发照片、语音也行。
draft-ask-category = 属于哪一类？
draft-ask-item = 具体是什么？
draft-ask-place = 在哪里？请选，或者直接写给我，比如“3号楼2单元”：
draft-ask-located = 位置记下了，会随诉求一起转交；光看位置有时定不下是哪里，也可能不在我们这一片。具体是在哪里？请选，或者直接写给我，比如“3号楼2单元”：
draft-ask-found = 是下面哪一个？
draft-ask-unknown = 您写的地方我没找到，不过替您记着。请在下面选，或者换个写法再发给我：
draft-ready = 请看看对不对，对了就点“{ label-submit }”。

# How it ended.
# The older copy of a card that was sent anew further down.
draft-below = 请看下面最新的一条 ↓
draft-cancelled = 已取消，没有提交。
draft-submitted = ✓ 已提交，编号 <b>#{ $number }</b>，请看下面。
draft-expired = 放了一天没有提交，先收起来了。
# $words: what was written; $more: how many photos and the like came with it.
draft-dropped = 您有件事放了一天没有提交，我先收起来了。还需要的话，把下面这段{ $more ->
    [0] {""}
   *[other] （还有照片、语音等 { $more } 个）
}再发给我就行：
    { $words }
draft-dropped-media = 您发来的照片、语音等 { $more } 个放了一天没有提交，我先收起来了。还需要的话，再发给我一次就行。

# Lines that answer a tap, at most 200 signs.
answer-home = 记下了，以后点“{ label-home }”就行
answer-too-many-requests = 您今天已经提交了 { $limit } 件，一天最多这么多。这一件替您留着，明天再点“{ label-submit }”；急事请直接打电话给社区。
