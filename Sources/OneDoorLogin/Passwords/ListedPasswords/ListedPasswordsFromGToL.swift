extension ListedPasswords {
  static let fromGToL: StaticString = #"""
    g13916055158 gabrie123456 gabriel123456 gabriel12345678 gabriela123456 galina123456789 gandalf12345 gangsta123456
    gangster123456 garcia123456 garcia123456789 garciamichael garfield1234 garfield12345 garfield123456 gateway12345
    gateway123456 gatorsmaster geheim123456 gemini123456 gemini1234567890 general12345 general123456 generalpassword
    genesis12345 genesis123456 genesis1234567 genesis123456789 genesisjames genius123456 genius123456789 geographical
    george123123 george123321 george123456 george12345678 george123456789 george555555 george7777777 georgemichael
    georgepassword georgetaylor georgethomas georgewilliam georgia123456 gerald123456 gerald12345678 gerard123456
    gerard12345678 german123456 geronimo123456 gettherefast gfhjkm123123 gfhjkm131313 gfhjkm159753 gfhjkmabc123
    gfhjkmgfhjkm1234 gfhjkmshadow ghbdtn123123 ghbdtn123321 ghbdtn123456 ghbdtn1234567 ghbdtn123456789
    ghbdtn1234567890 ghbdtn123qwe ghbdtn7777777 ghbdtnrfrltkf ghhh47hj7649 ghjcnj123456 ghjcnjgbpltw ghjcnjgfhjkm
    ghjcnjqgfhjkm ghjcnjrdfibyj ghjnbdjcnjzybt gilbert123456 ginger123123 ginger123456 ginger12345678 gingercookie
    gingermonkey gingerqwerty gingershadow giorgi123456 gjkbyf123456 gjkysqgbpltw gloria123456 goblin123456
    godfather123456 godzilla1234 godzilla12345 golden123456 goldendragon goldenmaster goldenmonkey goldfish1234
    goldfish12345 golferbiteme goliath123456 gonzales1234 gonzales12345 gonzalez1234 gonzalez12345 gonzalez123456
    gonzalo123456 goobermonkey goodboy123456 goodluck123456 goodman123456 googletester gordon12345678 gotohell123456
    gracie123456 grandchildren granddaughter grandparents greenday1234 greenday12345 greenday123456 greenlantern
    gregory12345 gregory123456 gregoryjames gregorysmith griffin12345 griffinsmith grover123456 gtnhjpfdjlcr
    gubernatorial guerrero123456 guillermo123456 guinness1234 guitar123321 guitar123456 guitar123456789 guitarmaster
    guitarmonkey guitarranger guitarshadow gundam123456 gunner123456 guoguo123456 gustavo123456 hacked123456
    hacker123456 hacker123456789 hamilton1234 hammer123123 hammer123456789 hammerkiller hamster123456 hannah123123
    hannah123456 hannah1234567 hannah12345678 hannah123456789 hannahelizabeth hannahjohnson hannahmontana happen123456
    hardcore01234 hardcore1234 hardcore12345 hardcore123456 hardcore4321 harley123456 harley654321 harleyedward
    harleymonster harold123456 harris1234567890 harrison1234 harrison12345 harriswilliams harryjohnson harvey123456
    hawkesbury93 hd764nw5d7e1vb1 headquarters health123456 hearts123456 heatherjames heaven123456 hector123456
    hector12345678 hedgehogpassword hedimaptfcor helenelizabeth hellfire1234 hellfire12345 helpme123456
    henry1234567890 hentai123456 herbert12345 hercules1234 hercules123456 hermes123456 hernandez111 hernandez123
    hernandez1234 hernandez12345 hernandez123456 hernandez321 hernandez456 hesoyam123456 hesoyam12345678
    hesoyam123456789 higginbotham higgins123456 hiphop123456 hiphop123456789 history12345 hitman123456 hitman123456789
    hitmanabc123 hjvfirf12345 hockey123321 hockey123456789 hockeymaster hockeymonkey hockeyqwerty hockeysoccer
    holiday12345 holiday123456 hollingsworth horses123123 horses123456 horses123456789 hotboy123456 hotdog123456
    hotdog123456789 hotrod123456 hotstuff12345 hottie123456 howard123456 howard123456789 hubert123456 hudson123456
    humanitarian hummer123456 hummer123456789 hunter123123 hunter123321 hunter123456 hunter1234567 hunter123456789
    hunter1234567890 hunter7777777 hunter88888888 hunterdragon hunterhannah hunterharley hunterharris hunterhunter1
    hunterkiller huntermaster huntermonster hunterqwerty huntertaylor hunterthomas hypothetical iampurehaha2
    icecream1234 icecream12345 icecream123456 icecream123456789 icemankiller ichliebedich identification
    iforgotpassword ignacio123456 iguana123456 ihatethisgame ihateyou123456 ilovemyfamily iloveu123456 iloveu123456789
    iloveyou123321 iloveyou159753 iloveyouanthony iloveyouaustin iloveyoudaniel iloveyouedward iloveyouhannah
    iloveyoujoseph iloveyoumarina iloveyousandra iloveyoutaylor iloveyouwilliam implementation improvements
    inactive1996aug inappropriate inconvenience incorporated independence indian123456 indianapolis indigo123456
    individually infinity1234 infinity12345 infrastructure ingodwetrust ingrid123456 insert123456 insignificant
    installation installations installdevic installsqlst instructions instrumental intellectual intelligence
    interference intermediate international internationally interpretation interrogation intersection intervention
    introduction inuyasha123456 investigation investigator ireland123456 ironman12345 ironman123456 irresistible
    irresponsible isabel123456 isaiah123456 iseedeadpeople islandpassword ismael123456 israel123456 italia123456
    italia123456789 ivanov123456 jackass12345 jackass123456 jackass123456789 jackie123456 jackpot123456 jackson123123
    jackson12345 jackson123456 jackson123456789 jackson54321 jacksonbrown jacksonjames jacksonkaren jacksonmichael
    jacksonville jaguar123456 jaguar1234567890 jamaica123456 james1234567890 james147258369 james789456123
    jamesalexander jamesanderson jamesanthony jamesbennett jamesbond007 jamesbond123456 jamesbrandon jamescameron
    jamescampbell jamescharles jamescoleman jamescollins jamesdiamond jamesdouglas jamesedwards jamesforever
    jamesjackson jamesjames000 jamesjames12 jamesjames123 jamesjames99 jamesjohnson jameskenneth jamesloveyou
    jamesmadison jamesmatthew jamesmichael1 jamesmitchell jamespatrick jamespatterson jamesphillip jamesphillips
    jamesrichard jamesroberts jamesrobinson jamesrodriguez jamesrussell jamesstephen jamesstewart jamesthompson
    jameswallace jameswilliam jameswilliams janette123456 janice123456 janine123456 january12345 jasmine123123
    jasmine12345 jasmine123456 jasmine1234567 jasmine12345678 jasmine123456789 jasmine1234567890 jasminebrown
    jasminejones jasminesmith jasonwilliam jasonwilliams jasper123123 jasper123456 jasper123456789 javier123456
    javier12345678 jayden123456 jayson123456 jeanette123456 jeffrey123123 jeffreyjames jennifer1234 jennifer12345
    jennifer123456 jennifer123456789 jennifer1953 jennifer1962 jennifer1965 jennifer1967 jennifer1969 jennifer1970
    jennifer1971 jennifer1972 jennifer1973 jennifer1974 jennifer1975 jennifer1976 jennifer1977 jennifer1978
    jennifer1979 jennifer1980 jennifer1981 jennifer1982 jennifer1983 jennifer1984 jennifer1985 jennifer1986
    jennifer1987 jennifer1988 jennifer1989 jennifer1990 jennifer1991 jennifer1992 jennifer1993 jennifer1994
    jennifer1995 jennifer1996 jennifer1997 jennifer1998 jennifer1999 jennifer2000 jennifer2001 jennifer2002
    jennifer2003 jennifer2004 jennifer2005 jennifer2006 jennifer2007 jennifer2008 jennifer2009 jennifer2010
    jennifer2011 jennifer2012 jennifer2013 jennifer2014 jennifer2020 jennifer5432 jennifer9999 jenniferforever
    jenniferlove jennifersmith jeremiah123456 jerome123456 jerome12345678 jeromeqwerty jerryjohnson jessica12345
    jessica123456 jessica1234567 jessica12345678 jessica123456789 jessica54321 jessicabrown jessicajames jessicajones
    jessicajordan jessicalinda jessicaqwertyuiop jessicasmith jessie123456 jester123123 jesuslovesme jethro123456
    jimbob123456 jkiuztdftl57 joanna123456 john!20130605at1753 johnanderson johnchristopher johnjohn123123
    johnjohn1234 johnjohn12345 johnlawrence johnny123123 johnny123456 johnny12345678 johnsmith12345 johnson12345
    johnson123456 johnson1234567 johnson123456789 johnthompson johnwilliams jonathan1234 jonathan12345 jonathan123456
    jonathan12345678 jonathan123456789 jonathanjames jonathansmith jordan123321 jordanandrew jordandaniel jordangarcia
    jordanjackson jordanjohnson jordankiller jordanmartin jordanmiller jordanrobert jordantaylor jordanthomas
    jordanwilson jordanwright joseph123456 joseph1234567 joseph123456789 josephaustin josephgeorge josephine1234
    josephkiller josephmartin josephmatrix josephmichael josephrobert josephsteven josephthomas josephwilliam
    josephwilson joshua123123 joshua123321 joshua123456 joshua12345678 joshua123456789 joshua1234567890 joshuajohnson
    joshuamichael joycejohnson jrcfyf123456 julian123456 julius123456 jundian2011xr junior123123 junior123321
    junior123456 junior12345678 junior123456789 juniormaster juniorsoccer jupiter12345 jurisdiction justice12345
    justin123123 justin123456 justin123456789 justinbieber justinjohnson justinmonkey justinshadow juventus1234
    juventus12345 juventus123456 kakashka123456 kaktus123456 kamikaze123456 karate123456 karate123456789 karenpatricia
    karenwilliams karina123456 karina1234567 karina12345678 karina123456789 karolina123456 kartoffelpuffer
    kasper123456 katana123456 katanaqwerty katerina123456 katherine1234 katherine12345 kathleen1234 katrin123456
    kawasaki1234 kawasaki123456 kchristopher keithjohnson kelvin123456 kennedy12345 kennedy123456789 kenneth12345
    kenneth123456 kenneth1234567 kenneth123456789 kennethjames kennethjones kevin1234567890 kevinjohnson kevinwilliam
    kevinwilliams keyboard123456 kickass123456 killer123123 killer123123123123 killer159753 killeradidas killerbanana
    killerbatman killerboomer killerchicken killerdragon killerforever killerhunter killerjordan killerkiller1
    killerkiller2 killerkiller4 killerkiller9 killermaster killermiller killermonkey killermonster killerplayer
    killerprincess killerrabbit killershadow killerslayer killerspider killerthunder killingsworth kimberly1234
    kimberly12345 kimberly2222 kimberlybaseball kimberlyqwerty kindergarten kingdom123456 kingkong123456
    kingkong123456789 kirill111111 kirill123456 kirill1234567 kirill12345678 kirill123456789 kissme123456 kitkat123456
    kitten123456 kitten12345678 kitten123456789 kittycat123456 kittykat123456 klingensmith knackwurst8853 knight123456
    knopka123456 kolobok123456 kosmos123456 kostya123456 krishna123456 kristi123456 kristina123456 kristina12345678
    labrador123456 labtec123456 lacrosse1234 lacrosse12345 ladybug123456 lamont123456 lancer123456 laptop123456
    larisa123456 larisa123456789 larryjohnson lasvegas1234 lasvegas123456 latino123456 lauraelizabeth laurajohnson
    laurapatricia laurel12creek lauren123456 lauren123456789 laurence123456 laurent123456 laurie123456 lawrence1234
    lawrence12345 lawrence123456789 leavemealone legend111111 legend123456 legenddragon legendmaster legendshadow
    legion123456 legolas123456 leliane50934 leonard12345 leonardo123456 leonid123456 lesley123456 leslie12345678
    lester123456 leticia123456 letmeinmarlboro lewiswilliam lexmark12345678 lhbjkjubz2957704 liberty123123
    liberty12345 liberty123456 lightpower12345 lillian12345 linda12344321 lindaforever lindahernandez lindalinda10
    lindalinda123 lindalinda14 lindalinda22 lindamelissa lindawilliams linkedin2011 linlin123456 lionking123456
    lisaanderson lisathompson lisawilliams listen123456 little123456 littledragon littlemonkey liverpool123321
    lizard123456 logitech123123 logitech1234 logitech12345 logitech123456 logitech123456789 london123123 londondragon
    lonewolf1234 lonewolf12345 longhorn1234 lorena123456 lorenzo123456 lost4815162342 louise123456 louise12345678
    louise123456789 lovejennifer lovelove1234 lovelove12345 lovelove123456 lovely123456 lovely12345678 lovely123456789
    loveme123456 loveme1234567 loveme123456789 loverboy1234 loverboy12345 lovers123123 lovesamantha loveyou123123
    loveyou12345 loveyou123456 loveyou1234567 loveyou123456789 loveyoujames lucifer12345 luckyjohnson luoluo123456
    lydcc20091314 lytghjgtnhjdcr
    """#
}
