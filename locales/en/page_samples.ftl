# Pictures and voice messages that lie ready to be sent. Of a picture what it shows, of a voice what it says.
page-sample-drain = The drain in the yard is blocked, dirty water all round
page-sample-drain-close = From near: the water is up to the brim
page-sample-drain-done = The drain runs again, the yard is swept
page-sample-lamp = The stairwell lamp is out, all dark
page-sample-rubbish = Bins full, bags piled up beside them
page-sample-ice = Ice on the steps at the door
page-sample-medicine = A box of medicine, the last two tablets, the prescription
page-sample-voice-lamp = “The light in our stairwell is broken. I can't see at night and my legs are bad; could you come and have a look, please?”
page-sample-voice-medicine = “My medicine is nearly used up and I can't get to the hospital myself. Could you fetch it for me?”
page-sample-voice-thanks = “Thank you all, that was hard work.”
