"""Two rows of the roster turn out to be one person: nothing that was said of either is lost."""


async def test_after_two_rows_turned_out_to_be_one_person_the_history_still_says_who_it_went_to(
    street, reported
):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    await street.settle(
        people="""\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
李楼长,volunteer,HS,13900000009,
"""
    )
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.settle(people="name,role,grid,phone,telegram_id\n李楼长,leader,JX3,13900000009,2001\n")
    await street.taps(li, "经过", number)
    await street.sees(li, number, "交给李楼长")
