from scrapelint.text.lines import split
from scrapelint.text.taken_up import taken_up

LIST = "The owners told readers what they want.\nNews\nSport\nTravel\nTravel is to go, they said.\n"
UNNAMED = LIST.replace("Travel is", "Travelling is")


def test_list_is_the_articles_where_a_paragraph_beside_it_names_an_item():
    assert taken_up(list(split(LIST)), {0, 4}) == {1, 2, 3}


def test_list_of_which_no_paragraph_speaks_is_left_open():
    assert not taken_up(list(split(UNNAMED)), {0, 4})


def test_menu_above_the_first_paragraph_is_no_list_of_the_article():
    assert not taken_up(list(split(LIST)), {4})
