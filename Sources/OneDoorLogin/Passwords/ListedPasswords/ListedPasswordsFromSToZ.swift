extension ListedPasswords {
  static let fromSToZ: StaticString = #"""
    s8ylpe9jdpvym sabineqwerty sabrina123456 sakura123456 sakura12345678 sakura123456789 salazar123456 salinas123456
    salvador123456 samantha1111 samantha1234 samantha12345 samantha123456 samantha123456789 samantha1966 samantha1968
    samantha1969 samantha1970 samantha1971 samantha1972 samantha1973 samantha1974 samantha1975 samantha1976
    samantha1978 samantha1980 samantha1981 samantha1982 samantha1983 samantha1984 samantha1985 samantha1986
    samantha1987 samantha1988 samantha1989 samantha1990 samantha1991 samantha1992 samantha1993 samantha1994
    samantha1995 samantha1996 samantha1997 samantha1998 samantha1999 samantha2000 samantha2001 samantha2002
    samantha2003 samantha2004 samantha2005 samantha2006 samantha2007 samantha2008 samantha2009 samantha2010
    samantha2011 samantha2012 samantha2013 samantha2014 samantha2015 samanthabrown samanthajones samanthalove
    samson123456 samson123456789 samsung123321 samsung444444 samuel123123 samuel123456 samuel1234567 samuel12345678
    samuel123456789 samurai12345 samurai12345678 sanchez12345 sanchez123456 sanchez123456789 sandman12345 sandra123123
    sandra123456 sandra12345678 sandra123456789 sandro123456 sanfrancisco santiago123456 santos123456 sarah1234567890
    sarahelizabeth sarahjohnson sarahrichard sarahwilliams sascha123456 saskatchewan sasuke123456 satisfaction
    saturnqwerty saun24865709 sayang123456 scarface1234 scarface12345 scarlet123456 schneider123456 scholarships
    school123123 school123456 school1234567 school12345678 school123456789 schoolgirlie schoolmaster schoolpassword
    scooby123321 scooby123456 scoobyhunter scooter12345 scooter123456 scorpio12345 scorpion1234 scorpion12345
    scorpion123456 scorpionmaster scotland1234 scotland12345 scottwilliam scotty123456 screenwriter sdf7asdf6asdg8df
    sebastian106 sebastian123456 secondpassword secret159753 security1234 security12345 seemnemaailm semperfi1234
    seniseviyorum september1234 september12345 serega123456 serega1234567 serega12345678 serega123456789 serenity1234
    sergei123456 sergey123456 sergey1234567 sergey12345678 sergey123456789 sergeyqwerty sergio123456 server123456
    server12345678 service12345 shadow123321 shadow123654 shadow123abc shadow159357 shadow159753 shadow555555
    shadow7777777 shadowazerty shadowdarkness shadowdiamond shadowfalcon shadowferrari shadowgarfield shadowguitar
    shadowgunner shadowhooters shadowhotdog shadowhunter shadowkiller shadowmatrix shadowphantom shadowphoenix
    shadowplayer shadowpokemon shadowprince shadowranger shadowrunner shadowsilver shadowslayer shadowsniper
    shadowspanky shadowwalker shadowwarrior shadowwizard shaman123456 shannon12345 shannon123456 shannon123456789
    shareholders sharon123456 sheila123456 shelbymustang shelia123456 shelly123456 sherman123456 shipbuilding
    shirley12345 shooter12345 shooter123456 shorty123456 shorty1234567 shorty12345678 shotgun12345 shotgunqwerty
    showme123456 showtime123456 shuang123456 sidney123456 siemens12345 siemens123456 sierra123456 sierra123456789
    significance silver123123 silver123321 silver123456 silver12345678 silver123456789 silverdragon silverhunter
    silverkiller silvermaster silvermonkey silvermustang silverranger silvershadow silversunshine silvia123456
    similarities simmons12345 simple123123 simple123456 simplepassword simpson12345 simpsons123123 simpsons1234
    simpsons12345 simpsons123456 simpsonsqwerty simultaneously sister123456 skater123456 skater123456789 skaterqwerty
    skipper12345 skipperpassword skippy123456 skorpion123456 skylar123456 skyline12345 skyline123456 slayer123123
    slayer123456 slayer123456789 slayerdragon slayerkiller slayermaster slipknot0123 slipknot1234 slipknot12345
    slipknot123456 slipknot1234567890 slipknot2345 slipknot7890 smiles123456 smiley123456 smithforever smokey123456
    smokey123456789 smooth123456 snickers1234 snickers12345 sniper123456 sniper123456789 snipermaster snoopy123123
    snoopy696969 snoopykiller snowball1234 snowball12345 snowman12345 sobaka123456 soccer123123 soccer123456
    soccer12345678 soccer123456789 soccer1234567890 soccer6666666 soccer987654321 soccerbaseball soccerfootball
    soccerhockey soccerkiller soccermaster soccermonkey soccerpepper soccerprincess soccertennis social123456
    softball123123 softball1234 softball123456 software1234 software12345 software123456 sojdlg123aljg soleil123456
    solomon123456 somanypickles27 something1234 something12345 sommer123456 sonnenschein sonyericsson sophia123456
    sophie123123 sophie123456 sophie1234567 sophie123456789 sophie1234567890 sophiejordan sophisticated southeastern
    southwestern spankyshadow sparky123321 sparky123456 spartakqwerty spartan12345 spartan123456789 specialinsta
    specialpassword specification speedy123456 spencer12345 spencer123456 spider123123 spider123456 spider12345678
    spider123456789 spiderkiller spiderman1234 spiderman12345 spiderman123456 spiderman123456789 spidermonkey
    spirit123456 spiritdragon spitfire1234 spitfire123456 splash123456 spongebob123456 squall123456 srinivas12345
    stacey123456 stalin123456 stalker123123 stalker12345 stalker123456 stalker1234567 stalker12345678 stalker123456789
    stanley12345 stanley123456 stanley123456789 stanleyjames stargate1234 stargate12345 startfinding startrek1234
    startrek12345 startrek3210 starwars123321 starwars654321 station12345 stealth12345 steelers0000 steelers1234
    steelerspasswordpassword stefan123456 stefangreil1983 stella123456 stephanie123 stephanie1234 stephanie12345
    stephanie123456 stephanie321 stephanie456 stephanieqwertyuiop stephen12345 stephen123456 stephen1234567
    stephenjames stephensmith steven112233 steven123123 steven123321 steven123456 steven123456789 stevencharles
    stevenkiller steventaylor stevenwilson stewart12345 stickdaddy77 stinger12345 stingray123456 stinkyfinger
    stratocaster strawberries strikerpassword stubblefield student123456 stupid123456 stupid12345678 stupid123456789
    stupidmonkey stupidpassword subaru123456 subaru123456789 subconscious subscription success12345 success123456
    successfully sullivan1234 sultan123456 summercookie summerjohnson sunday123456 sunriseqwerty superintendent
    superman123321 superman123qwe superman159753 supermanforever supernatural superstition superstitious support123456
    surveillance susana123456 susanwilliams sustainability suzuki123456789 svetik123456 svetlana1234 svetlana12345
    svetlana123456 svetlana123456789 sweetheart123456 swimming1234 swimming12345 swordfish1234 swordfish12345
    swordfish123456 sydney123123 sydney123456 sydneyabc123 system123456 systemofadown talking12345 tamara123456
    tanker123456 target123456 tarzan123456 tatyana123456 taylor123321 taylor123456 taylor123456123456 taylor1234567
    taylor123456789 taylorabc123 taylordaniel taylorguitar taylorjordan taylormiller taylorthomas teacher12345
    teacher123456 teacher123456789 techno123456 techno123456789 technological technologies teddybear123456
    tekken123456 telechargement telefon123456 television123456 temperatures tennis123456 tennis1234567 tennismaster
    tennissoccer terminator123456 terror123456 tester123123 tester123456 tester12345678 tester123456789 testing123123
    testing12345 testing123456 testing12345678 testingpassword testosterone testtest1234 testtest12345 thailand1234
    thailand12345 thanatos123456 thanks123456 thanksgiving thecakeisalie theminecraft thomas112233 thomas123123
    thomas123321 thomas123456 thomas1234567 thomas12345678 thomas123456789 thomas123qwe thomas159753 thomasanderson
    thomasdaniel thomasgeorge thomasharris thomasjackson thomasjordan thomasjoseph thomasmartin thomasmichael
    thomasqwerty thomasqwertyuiop thomasrichard thomasrobert thomastaylor thomasthomas12345 thomaswilliam thomaswilson
    thompson1234 thompson1963 thompson1970 thompson1980 thompson1988 thompson1989 thompson1990 thompson1991
    thompson1992 thompson1996 thompson2000 thompson2010 thompson7777 thumper12345 thumper1234567 thunder12345
    thunder123456 thunder123456789 thunderdragon thunderhammer thunderkiller thundermonkey ticketmaster tiffany12345
    tiger1234567890 tigers123456 tigers123456789 tigger0123456 tigger123123 tigger123456 tigger123456789 tigger666666
    tiggercharles timothy123321 timothy12345 timothy123456 timothy1234567 timothyjames timothysmith tinker123456
    tintin123456 titanic12345 titanic1234567 titanic123456789 topgun123456 tornado12345 torres123456 torres123456789
    toshiba12345 toshiba123456 toshiba123456789 total12scherz toyota123456 toyota123456789 transactions transcription
    transformation transformers translations transmission transportation travel123456 travis123456 travis1234567
    trevor123456 trfnthbyf12345 trfnthbyf123456 trigger12345 trinity12345 trinity123456 trouble12345 trucker12345
    trucker123456789 trustno1lopez turtlemaster turtlemonkey twilight123456 tyrone123456 ultimatepassword unacceptable
    unauthorized unbelievable underestimated undergraduate understandable understanding understatement
    undertaker123456 unemployment unforgivable unfortunately unicorn12345 unicorn123456 unidentified united123456
    universities unpredictable unreal123456 unreasonable vaillancourt valentin1234 valentin12345 valentin123456
    valentin123456789 valentina12345 valentina123456 valera123456 valera12345678 valera123456789 valerie12345
    vampire12345 vampire123456 vanessa123456 vanessa12345678 vanessa123456789 vanyarespekt vargas123456 vectra123456
    vegeta123456 vegeta123456789 veronica12345 veronica123456 veronika12345 veronika123456 veronika12345678
    vfhbyf123456 vfhbyf123456789 vfhecz123456 vfksirf123456 vfvfvskfhfve vfvjxrf123456 vfvjxrf123456789 vicente123456
    victor123123 victor123456 victor1234567 victor12345678 victor123456789 victoria1234 victoria12345 victoria123456
    victory12345 viking123456 viking1234567890 vikings12345 viktor123456 viktor123456789 viktoria123456 vincent12345
    vincent123456 vincent12345678 vincent123456789 violet123456 virginia1234 virginia123456 vitalik123456 vitor1268123
    vivian123456 vkontakte123456 vladik123456 vladimir1234 vladimir12345 vladimir123456 vladimirovna vladimirqwerty
    voodoomaster wagner123456 wagner12345678 wagner123456789 walker123456 wallace12345 wallace123456 wallace123456789
    walter123456 walter123456789 wanker123456 wanted123456 warcraft1234 warcraft12345 warcraft123456 warhammer40k
    warren123456 warrior12345 warrior1234567 washington1234 wazzkaprivet weatherspoon websolutions websolutionssu
    webuivalidat weihnachtsbau weihnachtsbaum weronika1992 wesley123456 wesley12345678 wesley123456789 wesleyqwerty
    westmoreland westside1234 westside12345 westwood123456 whateverdorothy whitediamond whitelighter whitemustang
    whitethunder whosyourdaddy wilbur123456 wildcats1234 wildcats12345 william123321 william12345 william123456
    william1234567 william12345678 william123456789 william54321 william543210 williamanthony williamclark
    williamdavid williamdavis williamgeorge williamjackson williamjames williamoliver williams1234 williams12345
    williams123456 williams1964 williams1967 williams1972 williams1977 williams1978 williams1980 williams1981
    williams1982 williams1983 williams1984 williams1986 williams1987 williams1989 williams1990 williams1991
    williams1992 williams1993 williams1994 williams1996 williams1997 williams1998 williams1999 williams2000
    williams2001 williams2002 williams2003 williams2004 williams2006 williams2008 williams2009 williams2010
    williams2011 williams2012 williams2014 williams9494 williamscott williamsmith williamsplayer williamthomas
    williamwhite williamwilson williamyoung willie123456 willie123456789 wilson123456 wilson123456789 wilsonjunior
    wilsontaylor wilsonthomas windows12345 windows123456 windows1234567 winner123123 winner123456 winner123456789
    winston12345 winston123456 winston123456789 winstonsmith wizard123321 wizard123456 wizarddragon wizardmaster
    wolfgang12345 wolfgang123456 wolves123456 wordpass12345 wordpass123456 wright123123 xantria10315 xavier12345678
    xavier123456789 xbox360123456 xtseo2011tdx yamaha123321 yamaha123456 yamaha12345678 yandi20080527 yangyang123456
    yankee123456 yankees12345 yankeesdallas yankeesjames ybrbnf123456 ybrbnf123456789 yellow123456 yellow1234567
    yellow123456789 yellowdragon yellowmaster yellowmonkey yellowmustang yellowranger yemi19900911 yfdbufnjh10305070
    yfnfif123456 yfnfif123456789 youyou123456 yvonne123456 z1x2c3v4b5n6m7 zachary12345 zachary123456789 zcfvfzkexifz
    zeppelin1234 zeppelin12345 zhuzhu123456 zidane123456 zmx870919123 zombie123456 zombie123456789 zombiedragon
    zombiepassword zqjphsyf6ctifgu zvezda123456 zxcvbnm159753
    """#
}
