"""Agencies and picture houses as they are in credits."""

AGENCIES = (
    "AAP", "AFP", "AP", "APA", "ANI", "ANP", "ANSA", "Adobe Stock", "AdobeStock", "Agence France-Presse", "Alamy",
    "Anadolu", "Anadolu Agency", "Anadolu Ajansı", "Antara", "Associated Press", "AA", "Belga", "Bernama", "Bloomberg",
    "Corbis", "Depositphotos", "DHA", "DPA", "dpa", "EFE", "EPA", "EPA-EFE", "Europa Press", "Flickr",
    "Fotolia", "Getty", "Getty Images", "Gallo Images", "IANS", "İHA", "IMAGO", "Imago", "imago", "imago images", "iStock", "iStockphoto",
    "Jiji Press", "Keystone", "KEYSTONE", "Kyodo", "Kyodo News", "LaPresse", "Lusa", "LUSA", "MTI", "NTB", "NTB scanpix", "NurPhoto",
    "Newscom", "PA", "PA Images", "PA Media", "PA Wire", "PAP", "PTI", "Pexels", "Pixabay", "picture alliance",
    "picture-alliance", "Press Association", "REUTERS", "Reuters", "REX", "Rex Features", "REX/Shutterstock", "Ritzau Scanpix",
    "Scanpix", "Scanpix Denmark", "Shutterstock", "shutterstock", "SOPA Images", "Sipa", "SIPA", "SIPA USA", "SIPA PRESS",
    "TASS", "ТАСС", "РИА Новости", "Интерфакс", "TT", "TT Nyhetsbyrån", "UPI", "USA TODAY Sports", "Unsplash", "Wikimedia",
    "Wikimedia Commons", "WireImage", "FilmMagic", "Xinhua", "Yonhap", "ZUMA", "ZUMA Press", "ZUMAPRESS", "ČTK", "TASR", "CTK",
    "Splash News", "Backgrid", "BACKGRID", "Action Images", "Zumapress", "AP Photo", "AP Images", "EyeEm", "Magnum Photos",
    "CP", "The Canadian Press", "THE CANADIAN PRESS", "Presseportal", "ddp", "epd", "KNA", "SID", "sda", "SDA", "Hulton Archive",
    "Ritzau", "Lehtikuva", "LEHTIKUVA", "Agerpres", "Mediafax", "Hina", "HINA", "Tanjug", "TANJUG", "Beta", "STA", "PNA",
    "新华社", "新華社", "中新社", "中央社", "共同", "時事", "연합뉴스", "뉴시스", "뉴스1", "AP=연합뉴스", "로이터", "게티이미지", "게티이미지뱅크",
)  # fmt: skip
"""As written in credits."""

LINE_ENDS = tuple(sorted({name.lower().replace("ё", "е").replace("i̇", "i") + "\n" for name in AGENCIES}))
"""Literals that are at the end of a line with an agency's credit."""
