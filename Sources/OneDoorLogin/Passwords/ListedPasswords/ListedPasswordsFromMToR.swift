extension ListedPasswords {
  static let fromMToR: StaticString = #"""
    m01759766727 machine12345 maddog123456 madina123456 madison12345 madison123456 madisonjones madisonsmith
    madman123456 madmax123456 madonna12345 maestro123456 maggie123123 maggie123321 maggie123456 maggie1234567
    maggie12345678 maggie123456789 magicjohnson magnus123456 mailcreated5240 maksim123456 maksim1234567
    maksim123456789 malina123456 mamapapa123456 manchester123456 manchesterunited mandarin123456 manipulation
    manslaughter mansonqwerty manuel123456 manuel1234567 manuel12345678 manuel123456789 manufactured manufacturer
    manufacturers manufacturing manutd123456 manutd123456789 maprchem56458 maradona123456 marcel123456 marcia123456
    marcos123456 marcus123456 marcus12345678 marcus123456789 marek14michal margaret1234 margaret12345 margaret1956
    margaret1957 margaret1963 margaret1964 margaret1965 margaret1971 margaret1974 margaret1975 margaret1982
    margaret1987 margaret1999 margaret2008 margaret2009 margaret2010 margaretmary maria1234567890 maria7777777
    maria999999999 mariabarbara mariaelizabeth mariamartinez mariamercedes mariamichelle marian123456 mariapatricia
    mariarodriguez mariejohnson marina111111 marina123123 marina123321 marina123456 marina1234567 marina123456789
    marina1234567890 marina654321 marina666666 marina7777777 marine123456 marine12345678 marines12345 marineshadow
    marino123456 marius123456 mark987654321 markanderson market123456 markmark1234 markwilliams marlboro1234
    marlboro12345 marlboro123456 marlboro5555 marley123123 marley123456 marley123456789 marlon123456 marsha123456
    marshall1234 marshall123456 martha123123 martha123456 martha123456789 martin123123 martin123321 martin123456
    martin1234567 martin12345678 martin123456789 martin1234567890 martindaniel martinez1234 martinez12345
    martinez123456 martinez1974 martinez1976 martinez1980 martinez1981 martinez1984 martinez1986 martinez1989
    martinez1994 martinez1995 martinez1996 martinez1997 martinez1998 martinez2000 martinez2002 martinez2006
    martinez2008 martinez2010 martinez2011 martinez2012 martinez2013 martinjohnson martintaylor martinthomas
    marvin123456 marvin1234567 marvin12345678 marvin123456789 marycatherine maryelizabeth maryjane1234 maryjane12345
    marykatherine marymargaret marythompson marywashington marywilliams massachusetts massimiliano master102030
    master123abc master159357 master159753 masteraccess masterandrew masteraustin mastercheese masterdaniel
    masterdennis masterforever masterguitar mastergunner masterhunter masterjoshua masterjunior masterkiller
    masterlegend mastermartin mastermatrix mastermerlin mastermiller masteronline masterplayer masterpokemon
    masterprince masterranger mastersilver masterslayer mastersniper mastersoccer masterturtle masterwalter
    masterwarrior masterwizard matador123456 mathematical mathematician matrix111111 matrix123321 matrix123456
    matrix123456789 matrix131313 matrix159753 matrixdragon matrixmaster matthew11111 matthew54321 matthewbrown
    matthewdavid matthewjames matthewjohnson matthewjones matthewrobert matthewsmith matthewwilliams maurice123456
    mauricio123456 maurolarastefy maverick1234 maverick12345 maverick123456 maverick1953 maverick1955 maverick1962
    maverick1964 maverick1965 maverick1968 maverick1971 maverick1972 maverick1973 maverick1974 maverick1975
    maverick1976 maverick1977 maverick1978 maverick1979 maverick1980 maverick1981 maverick1982 maverick1983
    maverick1984 maverick1985 maverick1986 maverick1987 maverick1988 maverick1989 maverick1994 maverick1995
    maverick1996 maverick1997 maverick1998 maverick2000 maverick2002 maverick2004 maverick2005 maverick2006
    maverick2008 maverick2009 maverick2010 maverick2012 maverick2013 maverick2020 maverick9999 maverickhunter
    maxima123456 maxima123456789 maximus12345 maximus123456 maxwell12345 mcbride123456 mcdonald1234 mcguire123456
    mclaren123456 medina123456 mediterranean megaman123456 megaparol12345 melanie123456 melissa123123 melissa12345
    melissa123456 melissa1234567 melissa12345678 melissa123456789 melissa7777777 melissajones melissalinda
    melody123456 melvin123456 melvin12345678 melvin123456789 mendez123456 mendoza123456 mercedes0000 mercedes1111
    mercedes1234 mercedes12345 mercedes123456 mercedes1956 mercedes1959 mercedes1960 mercedes1965 mercedes1967
    mercedes1968 mercedes1969 mercedes1970 mercedes1972 mercedes1973 mercedes1974 mercedes1975 mercedes1976
    mercedes1977 mercedes1978 mercedes1979 mercedes1980 mercedes1981 mercedes1982 mercedes1983 mercedes1984
    mercedes1985 mercedes1986 mercedes1987 mercedes1988 mercedes1989 mercedes1990 mercedes1991 mercedes1992
    mercedes1993 mercedes1994 mercedes1995 mercedes1996 mercedes1997 mercedes1998 mercedes1999 mercedes2000
    mercedes2001 mercedes2002 mercedes2003 mercedes2004 mercedes2005 mercedes2006 mercedes2007 mercedes2008
    mercedes2009 mercedes2010 mercedes2011 mercedes2012 mercedes2013 mercedes2014 mercedes2015 mercedes2016
    mercedes2018 mercedes2222 mercury12345 mercurydragon merlin123456 merriweather metallica1234 metallica12345
    metallica123456 metallica1234567 metallica123456789 metallicajames metropolitan mevefalkcakk mexico123456
    mexico123456789 michael123321 michaelanderson michaelanthony michaelcarter michaelcharles michaeldaniel
    michaelforever michaelgarcia michaelhockey michaeljackson michaeljohnson michaeljoseph michaelmartin michaelmiller
    michaelpatrick michaelrichard michaelrobert michaelrobinson michaelthomas michaelwright micheal12345 micheal123456
    micheal123456789 michel123456 michele12345 michelle000000 michelle1111 michelle111111 michelle1234 michelle12345
    michelle123456 michelle123456789 michelle2222 michelle3333 michelle54321 michellepassword michellewilliam
    michigan1234 michiganfootball mickey123456 mickeyqwerty micron123456 microsoft1234 microsoft12345 microsoft123456
    middlebrooks midnight1234 midnight12345 midnight123456 midnight5555 midnightdragon mightypassword migrationschool
    miguel123456 miguel12345678 miguel123456789 milano123456 mildred123456 milena123456 miller123456 millerkiller
    milton123456 minecraft123 minecraft123123 minecraft1234 minecraft12345 minecraft123456 minecraft1234567
    minecraft12345678 minecraft123456789 minecraftpassword minecraftqwerty minister123456 minnie123456 miranda123456
    miriam123456 missionaries misunderstand misunderstanding misunderstood mitchell1234 mitchell12345 mitchell123456
    mitchell4321 mitchelljames moderncombat modification modifications moises123456 molina123456 moloko123456
    monaco123456 monalisa123456 monday123456 monday123456789 money1234567890 monica123456 monica123456789 monkey159357
    monkeybanana monkeybutter monkeycheese monkeychicken monkeycookie monkeydonkey monkeygeorge monkeykiller
    monkeypeaches monkeyrabbit monkeyscorpio monkeyslayer monkeytennis monkeytrouble monster123123 monster123321
    monster12345 monster123456 monster1234567 monster12345678 monster123456789 monster1234567890 monster54321
    monsterbuster monsterhunter monsterkiller monstermaster monstermonkey monsterpassword monstershadow montana12345
    montana123456 morales12345 morales123456 morgan123456 morgan123456789 morganstanley morgendorffer moritz123456
    morrison123456 mortalkombat morton123456 motherlode123456 motorola1234 motorola12345 motorola123456 mountain123123
    mountain1234 mozart123456 msorcloledbr muffin123456 municipality murphy123456 murphy123456789 musica123456
    mustafa123456 mustang00000 mustang123321 mustang12345 mustang123456 mustang123456789 mustang55555 mustangheather
    mustangkiller mustangshelby mustangtigers n8zgt5p0shw= nadine123456 napoli123456 naruto111111 naruto123123
    naruto123456 naruto1234567 naruto12345678 naruto123456789 narutodragon narutoqwerty nascar123456789 natali123456
    natali123456789 natasha123123 natasha123321 natasha12345 natasha123456 natasha123456789 natasha7777777
    natashajones nathan123456 nathan1234567 nathan12345678 nathan123456789 nathanqwerty natiichen999 national1234
    national12345 naughty12345 naughtysmith needforspeed neighborhood neighborhoods neighbourhood nelson123123
    nelson123456 nelson12345678 nelson123456789 nelson1234567890 nemesis12345 nemesis123456 nemvxyheqdd5oqxyxyzi
    network123456 networkingpe nevertheless newbie123456 newfoundland newlife123456 neworleans12345 newproject2004
    newton123456 newyork12345 newyork123456 newyork1234567 nfnmzyf12345 nfnmzyf123456789 nguyen123456 nhecsyfujkjdt
    nhfdvfnjkju123 nhfycajhvths nicholas1234 nicholas12345 nicholas123456 nicholas123456789 nicholasjames nicholasjohn
    nickel123456 nicola123456 nicola12345678 nicolas123456 nicole123123 nicole123456 nicole1234567 nicole12345678
    nicole123456789 nicolejohnson nightcrawler nikita000000 nikita111111 nikita123123 nikita123321 nikita123456
    nikita1234567 nikita12345678 nikita123456789 nikita1234567890 nikita654321 nikita666666 nikita7777777 nikita987654
    nikitaabc123 nikitamaster nikola123456 nikolay123456 nintendo123123 nintendo1234 nintendo12345 nintendo123456
    nintendo1234567 nirvana12345 nirvana123456 nirvana1234567 nirvanaabc123 nissan123456 nondriversig norbert123456
    norman123456 norman123456789 northeastern northwestern nothing12345 nothing123456 nothing1234567 novell123456
    november12345 november123456 novemberqwerty number123456 number123456789 oblivionpassword observations
    occasionally october12345 officer123456 oksana123123 oksana123456 oksana123456789 olcrackmaster oliver123123
    oliver123456 oliver1234567 oliver123456789 oliver1234567890 olivia123456 olivier123456 onedirection onelove123456
    onelove123456789 online123123 online123456 onlinemaster onlinepassword ontheoutside opportunities optimus123456
    oracle123456 orange123123 orange123456 orange123456789 orangecheese orangemonkey orangeqwertyuiop orangetigger
    organisation organization orlando123456 overprotective overwhelming p030710p$e4o packard12345 pakistan123123
    pakistan1234 pakistan12345 pakistan123456 pakistan1234567 pakistan12345678 pakistan123456789 paladin12345
    paladin123456 paloma123456 pamela123456 pamela123456789 panama123456789 panasonic123456 pancho123456 pandora12345
    pandora123456 pantera123123 pantera12345 pantera123456 panzer123456 panzer123456789 paradise1234 paradise12345
    paradise123456 paraklast1974 parker123456 parliamentary parola123456 participants participation particularly
    partnerships pascal123456 pascal12345678 pascal123456789 passme123456 passpass123123 passpass1234 passport1234
    passport12345 passw0rd123456 password0987654321 password101010 password121212 password123098 password123321
    password123abc password13243546 password1478963 password222222 password246810 password321123 password321321
    password456123 password654321 password7777777 password789456123 password987654 password987654321 password999999999
    passwordarmani passwordasdasd passwordchange passworddreams passworddrowssap passwordforever passwordgeneral
    passwordkiller passwordlol123 passwordmatrix passwordnumber1 passwordparadise passwordpasswor passwordplease
    passwordsanchez passwordstandard passwordwordpass patches12345 patricia0505 patricia0707 patricia1010 patricia1212
    patricia1234 patricia12345 patricia123456 patricia1950 patricia1952 patricia1953 patricia1956 patricia1957
    patricia1958 patricia1959 patricia1960 patricia1963 patricia1966 patricia1967 patricia1970 patricia1972
    patricia1974 patricia1975 patricia1976 patricia1977 patricia1978 patricia1979 patricia1980 patricia1982
    patricia1983 patricia1984 patricia1985 patricia1986 patricia1987 patricia1988 patricia1989 patricia1990
    patricia1991 patricia1992 patricia1993 patricia1994 patricia1995 patricia1996 patricia1997 patricia1998
    patricia1999 patricia2000 patricia2001 patricia2002 patricia2003 patricia2004 patricia2005 patricia2006
    patricia2007 patricia2008 patricia2009 patricia2010 patricia2011 patricia2012 patricia2013 patricia2014
    patricia2020 patricia54321 patricia6969 patricia7272 patricialinda patricialove patriciamaria patriciamarie
    patriciamartin patriciapatricia1 patriciarose patriciasanders patrick123321 patrick12345 patrick123456
    patrick1234567 patrick123456789 patrickabc123 patrickjames patrickmichael patricksmith patriots1234 patriots12345
    pauline12345 pauline123456789 paulpaul1234 paulpaul12345 paulwilliams pavilion1234 pe#5gz29ptzmse peaches12345
    peaches123456 peanut123456 peanut123456789 peanutbutter pebbles123456789 pegasus12345 pegasus123456 penguin12345
    penguin123456 penguinpassword pennsylvania people123456 people1234567 people12345678 people123456789 pepper123321
    pepper123456 pepper123456789 pepper1234567890 pepperanderson peppertigger peter1234567890 peterjohnson
    peterson1234 petrov123456 phantom12345 phantom123456 phantom123456789 phantomdragon pharmaceutical philadelphia
    philharmonic philip123456 philip123456789 philips123456 phillip12345 phillip123456 phillipjames phillips1234
    phoenix12345 phoenix123456 phoenixdragon phoenixshadow photographer photographic picard123456 piccolo123456
    pikachu123456 pirates123456 pitbull123456789 planet123456 platinum1234 playboy12345 playboy123456 playboy123456789
    playboymaster player123123 player123321 player123456 player1234567 player123456789 playerkiller players123456
    playstation2 playstation3 please123456 pobeda123456 pokemon123123 pokemon123321 pokemon12345 pokemon123456
    pokemon1234567 pokemon12345678 pokemon123456789 pokemon1234567890 pokemon654321 pokemon7777777 pokemondragon
    pokemonmaster pokemonqwerty pokemonshadow police123456 police1234567 policedragon polina123456 polina12345678
    polina123456789 polska123456 poohbear1234 poohbear12345 popcorn12345 popcorn123456 popcorn123456789 porsche123123
    porsche12345 porscheqwerty portugal123456 portugal123456789 possibilities postgraduate potato123456 precious1234
    precious12345 precipitation predator1234 predator12345 predator123456 preposterous presario1234 presbyterian
    prescription presentation preservation presidential prince123123 prince123321 prince123456 prince12345678
    prince123456789 princekiller princemichael princess222222 princessginger princessscooter princewilliam
    private12345 privatepassword privet123456 privet12345678 professional professionals project123456 projectsadminx
    prostitution przyjaciolki psychiatrist psycho123456 psychologist ptybnxtvgbjy public123456 publications
    publicpassword pumpkin12345 pumpkin123456 punisher123456 punkrock123456 punkrockqwerty punksnotdead pupsik123456
    purple123456 purple1234567 purple1234567890 purpledragon purplemonkey purpleranger purpleshadow purplesoccer
    q1w2e3r4t511 q1w2e3r4t5123 q1w2e3r4t554 q1w2e3r4t555 q1w2e3r4t5777 q1w2e3r4t593 q1w2e3r4t5love q1w2e3r4t5y6
    q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 qawsedrf123456 qawsedrftgyh qazwsx159753 qazwsxedcrfv123456
    qazwsxedcrfv12345678 qazwsxedcrfvtgb qualification questionable qwaszx123123 qwaszxerdfcv qweasdzxc123123
    qwegta13091990 qwerty007007 qwerty010203 qwerty102030 qwerty1029384756 qwerty1123581321 qwerty131313 qwerty134679
    qwerty135790 qwerty142536 qwerty147258 qwerty147258369 qwerty147852 qwerty147852369 qwerty1478963 qwerty159357
    qwerty159753 qwerty159951 qwerty19931993 qwerty19971997 qwerty20162016 qwerty246810 qwerty4815162342 qwerty741852
    qwerty741852963 qwerty753951 qwerty852456 qwerty9379992 qwerty951753 qwertyandrey qwertyaugust qwertydiablo
    qwertydiamond qwertylittle qwertymaniac qwertyminecraft qwertymonster qwertynathan qwertynikita qwertyonline
    qwertypeople qwertyplayer qwertyseason qwertyserega qwertysilver qwertyuiop159753 qwertywarrior rabbit123456
    rabbit123456789 rabbithunter rabbitkiller rabota123456 rachel123456 rafael123456 rafael12345678 rafael123456789
    ragnarok123456 raiders12345 rainbow12345 rainbow123456 rainbow1234567 rainbow123456789 rainbowdragon rainbowmonkey
    ramirez12345 ramiro123456 rammstein123456 random123456 random123456789 randompassword ranger123456 rangerbaseball
    rangers12345 rangers123456 rangers123456789 rangers54321 rangersfootball raphael123456 raptor123456 raquel123456
    rascal123123 raymond12345 raymond123456 raymond123456789 raymondjames raymondjones rbhbkk123456 realmadrid123456
    reaper123456789 rebecca12345 rebecca123456 rebeccajones rebeccasmith recommendation reconnaissance reconstruction
    recreational redbull123456 redrum123456 redskins1234 redwings1234 redwings123456 refrigerator regina123456
    regina123456789 reginaqwerty registration rehabilitation reinforcements relationship relationships remember12345
    rememberpassword renegade12345 renegade123456 representative reproduction requirements reservations residentevil
    responsibility restrictions revolutionary reynolds1234 reynolds12345 rfnthbyf123456 rfnthbyf1988 rfrnec123456
    rhbcnbyf123456 rhbcnbyf12345678 ricardo123456 ricardo123456789 richard123123 richard12345 richard123456
    richard1234567 richard123456789 richardbrown richarddavid richarddiamond richardharris richardjames richardjason
    richardjones richardlewis richardmichael richardsmith rivera123456 robbie123456 robert123123 robert123321
    robert123456 robert1234567 robert12345678 robert123456789 robert1234567890 robert159753 robert987654321
    roberta123456 robertandand robertandrew robertanthony robertdaniel robertedward robertforever robertgarcia
    robertgeorge robertharris robertjohnson robertjordan robertjoseph robertjunior robertmartin robertmatthew
    robertmichael robertmiller robertmorris roberto123456 roberto12345678 roberto123456789 robertparker robertqwerty
    robertrobert09 robertrobert12 robertrobert49 roberts12345 robertsandra roberttaylor robertthomas robertwilliam
    robinson1234 robinson12345 robinson2222 rocker123456 rocket123456789 rockstar1234 rockstar12345 rockstar123456789
    rodney123456 rodolfo123456 rodrigo123456 rodriguez123 rodriguez1234 rodriguez12345 rodriguez123456
    rodriguez123456789 rodriguez321 rodriguez666 rodriguez9999 rogelio123456 rogers123456 rogerwilliams roland123456
    rolltide123456789 romero123456 rommel123456 ronald123456 ronald123456789 ronaldo12345 ronaldo123456 ronaldo1234567
    ronaldo12345678 ronaldo123456789 ronaldoqwerty rooster12345 rosario123456 runescape123456 ruslan123123
    ruslan123456 ruslan1234567 ruslan123456789 russell12345 russia123456 russia123456789 rustam123456 ryanwilliams
    """#
}
