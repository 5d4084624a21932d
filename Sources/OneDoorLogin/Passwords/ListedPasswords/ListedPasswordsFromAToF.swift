extension ListedPasswords {
  static let fromAToF: StaticString = #"""
    a1b2c3123456 a1b2c3d41234 a1b2c3d4qwerty a1s2d3f4g5h6 aaliyah123456 abc123brandon abc123hannah abc123sharon
    aberdeen123456 abraham123456 access123456 accesspassword accidentally accommodation accomplished accomplishment
    accreditation achievements acquaintance adgjmptw123456 adgjmptw123456789 adidas123123 adidas123321 adidas123456
    adidas12345678 adidas123456789 adidas1234567890 admin18533362 administered administration administrative
    adolfo123456 adrian123456 adrian12345678 adriana123456 advertisement advertisements aezakmi123456 aezakmi12345678
    agricultural agustin123456 airforce1234 airplane1234 airplane12345 alabama12345 alabama123456 alaska123456
    albert123123 albert123456 albert12345678 albert123456789 alberto123456 alejandro123456 aleksandr123456
    aleksey123456 alenka123456 alexander123123 alexander1234 alexander12345 alexander123456 alexander1234567
    alexander123456789 alexanderjames alexandr1234 alexandr12345 alexandra123456 alexis123123 alexis123456
    alexis12345678 alexis123456789 alfredo123456 alicia123456 alicia123456789 alisha123456 alison123456 allsop123456
    alternatively alternatives alucard123456 alvaro123456 always123456 alyssa123456 amadeusptfcor amanda123123
    amanda123321 amanda123456 amanda123456789 amandarobert amelia123456 america123123 america12345 america123456
    america1234567 america123456789 american1234 american12345 americandragon americanfootball amyelizabeth
    an83546921an13 anakin123456 anderson1234 anderson12345 anderson123456 anderson123456789 anderson1959 anderson1969
    anderson1972 anderson1973 anderson1974 anderson1977 anderson1978 anderson1980 anderson1981 anderson1982
    anderson1983 anderson1984 anderson1985 anderson1986 anderson1987 anderson1988 anderson1990 anderson1991
    anderson1992 anderson1993 anderson1994 anderson1995 anderson1996 anderson1997 anderson1998 anderson1999
    anderson2000 anderson2001 anderson2002 anderson2003 anderson2004 anderson2005 anderson2006 anderson2007
    anderson2008 anderson2009 anderson2010 anderson2011 anderson2012 anderson2013 anderson2014 anderson2015
    anderson999999 andrea123456 andrea1234567 andrea12345678 andrea123456789 andrei123456 andrei123456789 andres123456
    andrew123123 andrew123321 andrew123456 andrew1234567 andrew12345678 andrew123456789 andrew1234567890 andrew654321
    andrewjackie andrewjordan andrewpassword andrewrobert andrews12345 andrewsuperman andrewwilliam andrey111111
    andrey123123 andrey123456 andrey1234567 andrey12345678 andrey123456789 andreyqwerty angel1234567890 angel7777777
    angela123123 angela123456 angela123456789 angelica123456 angelo123456 angels123456 angelsbaseball anhyeuem123456
    animal123123 animal123456 annaelizabeth annapatricia annawilliams announcement antananarivu anthony123123
    anthony123321 anthony12345 anthony123456 anthony1234567 anthony12345678 anthony123456789 anthony1234567890
    anthonybrown anthonydavid anthonydavis anthonyjames anthonyjohnson anthonyjones anthonykiller anthonyrobert
    anthonysmith anthonywilliam anthropology anticipation antoine123456 antoni123456 antonia123456 antonio123123
    antonio12345 antonio123456 antonio1234567 antonio12345678 antonio123456789 anubis123456 anything1234 anything12345
    apples123123 apples123456 apples123456789 applications appointments appreciation approximately arabella24630
    archaeological architectural architecture armagedon123456 armando123456 arnold123456 arrangements arthur123123
    arthur123321 arthur123456 arthur12345678 arthur123456789 artist123456 arturo123456 asdfgh159753 asdfghjkl:&#39:
    ashley123456 ashley12345678 ashley123456789 aspire123456 aspirine123456 assassination associations astronomical
    auckland2010 august123456 aurora123456 austin123123 austin123456 austin12345678 austin123456789 austin696969
    austinhammer austinhunter austinjohnson austinmichael austinmiller austintaylor austinwilliams australia123456
    authorization autobiography automatically availability avalon123456 avatar123456 avatar123456789 avrillavigne
    awesome12345 awesome123456 awesome1234567 awesome123456789 awesomepassword azamat123456 babyblue123456
    babyboy123456 babydoll12345 babygirl1234 babygirl12345 babygirl123456 babygirl1234567 babygirl123456789
    badboy123123 badboy123321 badboy123456 badboy12345678 badboy666666 badboykiller badgirl123456 badman123456
    bagira123456 bailey123123 bailey123456 bailey1234567 bailey123456789 bambam123456 banana123123 banana123321
    banana123456 banana12345678 banana123456789 banana1234567890 banana6543210 banana7777777 bananakiller bananamonkey
    banane123456 bandit123456 bandit123456789 bangkok123456 baobao123456 barbara112233 barbara12345 barbara123456
    barbara1234567 barbara123456789 barbaracarol barbarajackson barbaralinda barbaranelson barbie123456 barbie12345678
    barbie123456789 barcelona123456 barcelona123456789 baseballdonald baseballjohnjohn baseballmercedes baseballplayer
    baseballpoohbear baseballramirez batman098765 batman123qwe batmansnoopy bayern123456 beastie123456 beatles12345
    beatrice12345 beautiful123456 beauty123456 because12345 because123456 believe123456 benito123456 benjamin123123
    benjamin1234 benjamin12345 benjamin123456 benjamin123456789 benjaminjames bennett12345 benson123456 berlin123456
    berlin123456789 bernard12345 bernardo123456 bibliography bigboy123456 bigdaddy1234 bigdaddy2222 bigdogmaggie
    billybob1234 billybob12345 biscuit123456 biteme123456789 blabla123456 blabla123456789 blackmailing blacky123456
    blahblah12345 blahblah123456 blaster12345 blaster123456 blazer123456 blessed123456 blessing123456 blizzard1234
    blizzard12345 bltynbabrfwbz bluebird1234 bogdan123456 bollocks1234 bomber123456 bond007james bonjour123456
    bonnie123456789 boomer123456 boston123123 boston123456 boston654321 boxing123456 boy4u2ownnyc bpgjldsgjldthnf
    bradley12345 bradley123456789 brandon123123 brandon12345 brandon123456 brandon1234567 brandon12345678
    brandon123456789 brandonjames brandonsmith brandy123456 brasil123456 brasil12345678 breakthrough breckenridge
    brenda123456 brenda123456789 brianjohnson britney12345 broadcasting brooklyn1234 brooklyn12345 brownbrown01
    browns123456 brownthunder brutus123456 brutus123456789 bryant123456 bubble123456 bubbles12345 bubbles123456
    buffalo12345 bulldog12345 bulldog123456 bulldog123456789 bulldogs1234 bullet123456 business123456 businessbabe
    buster123123 buster123321 buster123456 buster1234567 buster123456789 bustersecret butterfly12345 butterfly123456
    butterfly123456789 buttermaster buttermonkey calvin123456 camaro123456 camaro123456789 camels123456 cameron12345
    cameron123456 cameron123456789 cameronjames cameronjones cameronsmith campbell1234 campbelljames canada123456
    canada1234567 canada123456789 cancan123456 cancer123456 candyman123456 capabilities capital123456 capslock123456
    captain12345 captainsmith carlos123123 carlos123456 carlos1234567 carlos12345678 carlos123456789 carlwilliams
    carmen123456 carmen123456789 carolina1234 carolina12345 carolina123456 carolina12345678 carolina123456789
    caroline123456 carrasquillo carson123456 carter123456 carter1234567 cartman12345 cartoon123456 casino123456
    casper123123 casper123456 casper123456789 casperjordan cassie123456789 catdog123456 catdog123456789 catfish12345
    catherine123 catherine1234 catherine12345 catman123456 cedric123456 celebrations celine123456 celtic123456
    celtic123456789 celticdragon celticfootball century12345 certification champion1234 champion12345 champion123456
    championship change123456 changepassword characteristic characteristics chargers123456 charles12345 charles123456
    charles1234567 charles123456789 charlesanthony charlesdavid charlesiloveyou charlesjames charlesmichael
    charlessmith charleswhite charleswilson charli123456 charliedaniel charliegarcia charliegeorge charlierichard
    charlotte1234 charlotte12345 charlotte123456 charly123456 cheerleaders cheerleading cheese123321 cheese123456
    cheese12345678 cheese123456789 cheese1234567890 cheeseburger cheesecookie cheesemaster cheesemonkey cherry123123
    cherry123456 cherry123456789 chester12345 chester123456 chester1234567 chesterqwerty chestershadow cheyenne1234
    chicago12345 chichi123456 chicken123123 chicken12345 chicken123456 chicken123456789 chicken54321 chickenkiller
    chickenmaster chickenmonkey chickenwing101 chinese123456 chivas123456 chocolat1234 chopper12345 chrissy123456789
    christ123456 christian123456 christianity christiansen christianson christin1234 christin12345 christina1234
    christina12345 christina123456 christina123456789 christine123 christine1234 christine321 christopher!
    christopher0 christopher00 christopher01 christopher02 christopher03 christopher04 christopher05 christopher06
    christopher07 christopher08 christopher09 christopher1 christopher10 christopher11 christopher111 christopher12
    christopher123 christopher1234 christopher12345 christopher123456 christopher13 christopher14 christopher15
    christopher16 christopher17 christopher18 christopher19 christopher1972 christopher1976 christopher1978
    christopher1982 christopher1985 christopher1986 christopher1987 christopher1990 christopher1991 christopher1992
    christopher1993 christopher1994 christopher1995 christopher1996 christopher1997 christopher1998 christopher2
    christopher20 christopher2000 christopher2001 christopher2002 christopher2003 christopher2004 christopher2005
    christopher2006 christopher2007 christopher2008 christopher2009 christopher2010 christopher2011 christopher2012
    christopher2014 christopher2016 christopher2018 christopher21 christopher22 christopher23 christopher24
    christopher25 christopher26 christopher27 christopher28 christopher29 christopher3 christopher30 christopher31
    christopher32 christopher33 christopher333 christopher34 christopher35 christopher38 christopher4 christopher40
    christopher42 christopher43 christopher44 christopher47 christopher48 christopher5 christopher52 christopher55
    christopher56 christopher57 christopher6 christopher62 christopher66 christopher666 christopher67 christopher69
    christopher7 christopher72 christopher75 christopher7654 christopher77 christopher777 christopher78 christopher79
    christopher8 christopher80 christopher81 christopher82 christopher83 christopher84 christopher85 christopher86
    christopher87 christopher88 christopher888 christopher89 christopher9 christopher90 christopher91 christopher92
    christopher93 christopher94 christopher95 christopher96 christopher97 christopher98 christopher99 christophera
    christopherb christopherbrown christopherc christopherd christopherdavis christophere christopherf christopherg
    christopherh christopherj christopherjohn christopherk christopherl christopherm christopherp christopherq
    christopherr christophers christopherw christopherx chucky123456 church123456 civilization cjdthitycndj
    cjkysirj1234 cjkysirj12345 claire123456 clarence1234 clarence12345 clarke123456 classic12345 classic123456
    classification claude123456 claudi123456 claudia123456 clayton123456 clifford1234 clifford12345 clover123456
    cocacola123123 cocacola1234 cocacola12345 cocacola123456 cocacola12345678 cocacola123456789 cocacola1234567890
    cocacola2345 coffeemaster coleman12345 collaboration college12345 collins12345 colombia123456 colorado1234
    colorado123456 combat123654 command123456 commissioner common123456 commonpassword commonwealth communication
    communications community123456 company12345 compaq123123 compaq123321 compaq123456 compaq12345678 compaq123456789
    compassionate compensation competitions complications comprehensive compromising computer123321 computermatrix
    concentrating concentration conditioning confederation confidential confidentiality configuration confirmation
    confrontation congratulate congratulations congregation congressional connect123456 consciousness consequences
    conservation conservative conservatives conservatory considerable consideration consolidated constantinople
    constellation constituency constitution construction contemporary continuation contortionist contribution
    controversial conventional conversation conversations cookie123123 cookie123456 cookie1234567 cookie12345678
    cookie123456789 cookie987654321 cookiemaster cookiemonkey cookiemonster cookieprincess cookies12345 cookies123456
    cookies123456789 cooldude123456 coolman123456 cooper123123 coordination copperdragon corleone123456 corperfmonsy
    corporations correspondence correspondent corvette1234 corvette1961 corvette1965 corvette1967 corvette1969
    corvette1970 corvette1972 corvette1973 corvette1974 corvette1976 corvette1980 corvette1981 corvette1984
    corvette1985 corvette1986 corvette1988 corvette1989 corvette1990 corvette1992 corvette1993 corvette1994
    corvette1995 corvette1996 corvette1998 corvette2000 corvette2001 corvette2002 corvette2006 corvette2007
    corvette2008 corvette2010 corvette2011 corvette9999 corvettemaster cosmopolitan cosmos123456 counterparts
    counterstrike country12345678 cowboy123456 cowboys12345 creative1234 creative12345 creative123456 creativepassword
    cricket12345 cricketfootball cristina123456 crysis123456 crystal12345 crystal123456 crystaldragon cthutq123456
    cthutq123456789 cupcake123456 currentpassword cynthia12345 cynthiajohnson cynthiawilliam czechoslovakia
    daewoo123456 dakota123456 dakota12345678 dakota123456789 dallas123456 dallasaustin dallassoccer dalton123456
    damian123456 dancer123456 danger123456 danger1234567 daniel112233 daniel123123 daniel123321 daniel123456
    daniel1234567 daniel12345678 daniel123456789 daniel1234567890 daniel159753 daniel654321 daniel7777777 daniel987654
    daniel987654321 danielcheese danieldragon danielharris danielhunter danieljackson danieljohnson danieljordan
    danieljoseph danielle1234 danielle12345 danielle123456 danielle123456789 danielmartin danielmaster danielmiller
    danielqwertyuiop danielrobert daniels123456 danielthomas danielwilliams danielwilson daniil123456 danila123456
    darius123456 darkman123456 darkness1234 darkness12345 darkness123456 darknessdragon darkside1234 darkstar1234
    darkstar12345 darling123456 darren123456 darwin123456 david012345678 david1234567890 david7654321 david987654321
    davidanderson davidanthony davidcharles davidforever davidhernandez davidjackson davidjohnson davidmartinez
    davidmatthew davidmonster davidrichard davidrobinson davidrodriguez davidspassword davidwilliam davidwilliams
    dbrnjhbz1234 dbrnjhbz12345 dbrnjhbz123456 debora123456 deborah12345 deborahbrown december123456 deejay123456
    deftones12345 deleon123456 delete123456 deliberately deluxe123456 demon1q2w3e4r demon1q2w3e4r5t demonstration
    demonstrations denise123456 denise123456789 deniska123456 dennis123123 dennis123456 dennis12345678 dennis123456789
    derick123456 derrick12345 design123456 desire123456 desmond123456 destinations destiny123123 destiny12345
    destiny123456 destiny123456789 destinysmith determination developments devilmaycry4 dexter123123 dexter123456
    dexter12345678 dexter123456789 dfg5fhg5vgfh1 dfkthf123456 diablo123456 diablo123456789 diablo1234567890
    diablo666666 diablokiller diablomaster dialog123456 diamond01234 diamond11111 diamond112233 diamond12345
    diamond123456 diamond123456789 diamond1234567890 diamond55555 diamond654321 diamonddragon diamondhunter
    diamondmaster diamondprincess diamondsmith diamondwhite diehard123456 diesel123456789 differential digger123456
    digital12345 digitalprodu dinamo123456 disambiguation disappearance disappearing disappointed disappointment
    disconnected discrimination disney123456 disney12345678 displacement distinguished distribution dkflbckfd123456
    dkflbvbhjdbx dkflbvbhjdyf doctor123456 doggie123456 dollar123456 dolores12345 dolphin12345 dolphins1234
    domainlock2005 dominic123456 domino123456 donald123456 donald123456789 donaldqwerty donkey123456 donkeymonkey
    donovan123456 doomsayer27mordsv doomsayer27mordsvv douglas12345 douglas123456 douglas123456789 douglasjames
    dragon102030 dragon123321 dragon123654 dragon123abc dragon159753 dragon20042004 dragon234567 dragon696969
    dragon987654321 dragonbuster dragonbutter dragondancer dragondestiny dragondiablo dragondiamond dragondreamer
    dragondreams dragongonzalez dragonhammer dragonhunter dragonkiller dragonkitten dragonlegend dragonlizard
    dragonlovers dragonmonster dragonnaruto dragononline dragonphoenix dragonplayer dragonprince dragonraider
    dragonranger dragonred123 dragonscorpion dragonsilver dragonslayer dragonsniper dragonspirit dragonstalker
    dragonthunder dragonturtle dragonwalker dragonwarrior dragonwizard dragonzombie dreams123456 driver123123
    driver123456 driver123456789 drowssap1234 drowssap12345 drowssappassword drpepper123456 duncan123456
    duncan123456789 dustin123456 dysfunctional eaglesfootball eaglesqwerty eavesdropping ecclesiastical eduard123456
    eduardo123456 eduardo12345678 edward123123 edward123456 edward1234567 edward123456789 edward1234567890
    edward987654 edwardcullen edwardjohnson edwardjoseph edwardrobert edwards12345 efrain123456 einstein1234
    einstein12345 ekaterinaqwerty elaine123456 eleanor12345 elephant1234 elephant12345 elephant123456
    elephant1234567890 elijah123456 elizabeth111 elizabeth1212 elizabeth123 elizabeth1234 elizabeth12345
    elizabeth123456 elizabeth123456789 elizabeth1956 elizabeth1957 elizabeth1962 elizabeth1970 elizabeth1973
    elizabeth1978 elizabeth1979 elizabeth1980 elizabeth1981 elizabeth1983 elizabeth1984 elizabeth1985 elizabeth1986
    elizabeth1988 elizabeth1989 elizabeth1990 elizabeth1991 elizabeth1992 elizabeth1993 elizabeth1994 elizabeth1995
    elizabeth1996 elizabeth1997 elizabeth1998 elizabeth1999 elizabeth2000 elizabeth2001 elizabeth2002 elizabeth2003
    elizabeth2004 elizabeth2005 elizabeth2006 elizabeth2007 elizabeth2008 elizabeth2009 elizabeth2010 elizabeth2011
    elizabeth2012 elizabeth2013 elizabeth2014 elizabeth2015 elizabeth210 elizabeth222 elizabeth234 elizabeth2345
    elizabeth321 elizabeth456 elizabeth666 elizabeth777 elizabeth888 elizabeth987 elizabeth999 elizabethhockey
    elizabethmartin elizabethscott elizabethtwo elvira123456 emanuel123456 embarrassing emilio123456 eminem123456
    eminem12345678 eminem123456789 emmanuel123456 empire123456 encouragement encyclopedia engineer1234 england123456
    english123456 enrique123456 entertainment enthusiastic entrepreneur environmental environments ericwilliams
    ernest123456 ernesto123456 espinoza123456 establishment esteban123456 eugene123456 eugene123456789 eunice123456
    everton12345 everton123456 everton1234567 everton123456789 evolutionary examinations exodus123456 expectations
    experiencing experimental exploitation explorer1234 express123456 extraordinary extreme12345 ezekiel11991
    fabian123456 falcon123456 falconfootball fallen123456 family123123 family123456 family1234567 family123456789
    famous123456 fantasy123123 fantasy12345 fantasydragon fatass123456 fatboy123456 fatboy123456789 fatcat123456
    federico123456 felicia123456 felipe123456 fendermustang ferguson1234 ferguson12345 fernando123456 fernando12345678
    ferrari112233 ferrari123321 ferrari12345 ferrari123456 ferrari1234567 ferrari12345678 ferrari123456789
    ferraridragon ferraripassword ficken123456 fiesta123456 fighter123456 figueroa123456 finalfantasy finger123456
    fingerprints fireball1234 fireball12345 firebird1234 fireman12345 fishing12345 fishingmaster fkmnthyfnbdf
    fktrcfylh1234 fktrcfylh12345 fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf flatron123456 flatron123456789 florence1234
    florence123456 flores123456 flores12345678 florian123456 florida12345 fluffy123456 fluffy123456789 fluffymonkey
    flvbybcnhfnjh flyersbaseball foobar123456 football123abc footballcricket footballforever footballnascar
    footballplayer footballpokemon footballrachel footballsoccer forest123456 forever123123 forever12345 forever123456
    forever1234567 forever456789 forgetpassword foster123456 foster123456789 france123456 frances12345 francis12345
    francis123456 francis123456789 francisco1234 francisco12345 francisco123456 francisco123456789 frank7777777
    frankenstein franklin123456 frederiksberg freeman12345 freeman123456 french12345678 friday123456 friend123456
    friendofemily friendofgerly friendofjoan friends123456 froggy123456 futbol123456 fyfcnfcbz111111 fyfcnfcbz1234
    fyfcnfcbz12345 fyfcnfcbz1234567 fylhtq123456 fylhtq123456789 fynfyfyfhbde
    """#
}
