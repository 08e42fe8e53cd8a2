/// Compatibility and case folding for everything above ASCII.
///
/// Each item is `SCALAR[+RUN]=FOLDED`, hexadecimal: the scalar, for a run of that many consecutive scalars with
/// consecutive foldings, and the text it is compared as. Derived from the Unicode Character Database 15.0 (Unicode
/// licence): NFKD, full case folding, marks removed, kept where the result is a letter or digit of an alphabet before U+0600;
/// enclosed letters and typographic apostrophes added.
enum FoldingTable {
  static let text = """
    AA=a B2+2=2 B5=μ B9=1 BA=o BC=1/4 BD=1/2 BE=3/4 C0=a C1=a C2=a C3=a C4=a C5=a C6=ae C7=c C8=e C9=e CA=e CB=e \
    CC=i CD=i CE=i CF=i D0=d D1+2=n D3=o D4=o D5=o D6=o D8=o D9=u DA=u DB=u DC=u DD=y DE=th DF=ss E0=a E1=a E2=a \
    E3=a E4=a E5=a E6=ae E7=c E8=e E9=e EA=e EB=e EC=i ED=i EE=i EF=i F0=d F1+2=n F3=o F4=o F5=o F6=o F8=o F9=u \
    FA=u FB=u FC=u FD=y FE=th FF=y 100=a 101=a 102=a 103=a 104=a 105=a 106=c 107=c 108=c 109=c 10A=c 10B=c 10C=c \
    10D+2=c 10F=d 110=d 111+2=d 113=e 114=e 115=e 116=e 117=e 118=e 119=e 11A=e 11B=e 11C=g 11D=g 11E=g 11F=g \
    120=g 121=g 122=g 123+2=g 125=h 126=ħ 128=i 129=i 12A=i 12B=i 12C=i 12D=i 12E=i 12F=i 130=i 131=i 132=ij \
    133=ij 134=j 135+2=j 137=k 139=l 13A=l 13B=l 13C=l 13D=l 13E=l 141=l 142=l 143=n 144=n 145=n 146=n 147=n \
    148=n 149=ʼn 14A=ŋ 14C=o 14D=o 14E=o 14F=o 150=o 151=o 152=oe 153=oe 154=r 155=r 156=r 157=r 158=r 159+2=r \
    15B=s 15C=s 15D=s 15E=s 15F=s 160=s 161+2=s 163=t 164=t 165=t 166=ŧ 168=u 169=u 16A=u 16B=u 16C=u 16D=u \
    16E=u 16F=u 170=u 171=u 172=u 173=u 174=w 175=w 176=y 177=y 178+2=y 17A=z 17B=z 17C=z 17D=z 17E=z 17F=s \
    181=ɓ 182=ƃ 184=ƅ 186=ɔ 187=ƈ 189+2=ɖ 18B=ƌ 18E=ǝ 18F=ə 190=ɛ 191=ƒ 193=ɠ 194=ɣ 196=ɩ 197=ɨ 198=ƙ 19C=ɯ \
    19D=ɲ 19F=ɵ 1A0=o 1A1=o 1A2=ƣ 1A4=ƥ 1A6=ʀ 1A7=ƨ 1A9=ʃ 1AC=ƭ 1AE=ʈ 1AF=u 1B0=u 1B1+2=ʊ 1B3=ƴ 1B5=ƶ 1B7=ʒ \
    1B8=ƹ 1BC=ƽ 1C4=dz 1C5=dz 1C6=dz 1C7=lj 1C8=lj 1C9=lj 1CA=nj 1CB=nj 1CC=nj 1CD=a 1CE=a 1CF=i 1D0=i 1D1=o \
    1D2=o 1D3=u 1D4=u 1D5=u 1D6=u 1D7=u 1D8=u 1D9=u 1DA=u 1DB=u 1DC=u 1DE=a 1DF=a 1E0=a 1E1=a 1E2=æ 1E3=æ 1E4=ǥ \
    1E6=g 1E7=g 1E8=k 1E9=k 1EA=o 1EB=o 1EC=o 1ED=o 1EE=ʒ 1EF=ʒ 1F0=j 1F1=dz 1F2=dz 1F3=dz 1F4=g 1F5=g 1F6=ƕ \
    1F7=ƿ 1F8=n 1F9=n 1FA=a 1FB=a 1FC=æ 1FD=æ 1FE=ø 1FF=ø 200=a 201=a 202=a 203=a 204=e 205=e 206=e 207=e 208=i \
    209=i 20A=i 20B=i 20C=o 20D=o 20E=o 20F=o 210=r 211=r 212=r 213=r 214=u 215=u 216=u 217=u 218=s 219+2=s \
    21B=t 21C=ȝ 21E=h 21F=h 220=ƞ 222=ȣ 224=ȥ 226=a 227=a 228=e 229=e 22A=o 22B=o 22C=o 22D=o 22E=o 22F=o 230=o \
    231=o 232=y 233=y 23B=ȼ 23D=ƚ 241=ɂ 243=ƀ 244=ʉ 245=ʌ 246=ɇ 248=ɉ 24A=ɋ 24C=ɍ 24E=ɏ 2B0=h 2B1=ɦ 2B2=j 2B3=r \
    2B4=ɹ 2B5=ɻ 2B6=ʁ 2B7=w 2B8=y 2BC=' 2E0=ɣ 2E1=l 2E2=s 2E3=x 2E4=ʕ 370=ͱ 372=ͳ 374=ʹ 376=ͷ 37A=ι 37F=ϳ 386=α \
    388=ε 389=η 38A=ι 38C=ο 38E=υ 38F=ω 390=ι 391+17=α 3A3+7=σ 3AA=ι 3AB=υ 3AC=α 3AD=ε 3AE=η 3AF=ι 3B0=υ 3C2=σ \
    3CA=ι 3CB=υ 3CC=ο 3CD=υ 3CE=ω 3CF=ϗ 3D0=β 3D1=θ 3D2=υ 3D3=υ 3D4+2=υ 3D6=π 3D8=ϙ 3DA=ϛ 3DC=ϝ 3DE=ϟ 3E0=ϡ \
    3E2=ϣ 3E4=ϥ 3E6=ϧ 3E8=ϩ 3EA=ϫ 3EC=ϭ 3EE=ϯ 3F0=κ 3F1=ρ 3F2=σ 3F4=θ 3F5=ε 3F7=ϸ 3F9=σ 3FA=ϻ 3FD+3=ͻ 400=е \
    401=е 402=ђ 403=г 404+3=є 407=і 408+4=ј 40C=к 40D=и 40E=у 40F=џ 410+9=а 419=и 41A+22=к 439=и 450=е 451=е \
    453=г 457=і 45C=к 45D=и 45E=у 460=ѡ 462=ѣ 464=ѥ 466=ѧ 468=ѩ 46A=ѫ 46C=ѭ 46E=ѯ 470=ѱ 472=ѳ 474=ѵ 476=ѵ 477=ѵ \
    478=ѹ 47A=ѻ 47C=ѽ 47E=ѿ 480=ҁ 48A=ҋ 48C=ҍ 48E=ҏ 490=ґ 492=ғ 494=ҕ 496=җ 498=ҙ 49A=қ 49C=ҝ 49E=ҟ 4A0=ҡ 4A2=ң \
    4A4=ҥ 4A6=ҧ 4A8=ҩ 4AA=ҫ 4AC=ҭ 4AE=ү 4B0=ұ 4B2=ҳ 4B4=ҵ 4B6=ҷ 4B8=ҹ 4BA=һ 4BC=ҽ 4BE=ҿ 4C0=ӏ 4C1=ж 4C2=ж 4C3=ӄ \
    4C5=ӆ 4C7=ӈ 4C9=ӊ 4CB=ӌ 4CD=ӎ 4D0=а 4D1=а 4D2=а 4D3=а 4D4=ӕ 4D6=е 4D7=е 4D8=ә 4DA=ә 4DB=ә 4DC=ж 4DD+2=ж \
    4DF=з 4E0=ӡ 4E2=и 4E3=и 4E4=и 4E5=и 4E6=о 4E7=о 4E8=ө 4EA=ө 4EB=ө 4EC=э 4ED=э 4EE=у 4EF=у 4F0=у 4F1=у 4F2=у \
    4F3=у 4F4=ч 4F5=ч 4F6=ӷ 4F8=ы 4F9=ы 4FA=ӻ 4FC=ӽ 4FE=ӿ 500=ԁ 502=ԃ 504=ԅ 506=ԇ 508=ԉ 50A=ԋ 50C=ԍ 50E=ԏ 510=ԑ \
    512=ԓ 514=ԕ 516=ԗ 518=ԙ 51A=ԛ 51C=ԝ 51E=ԟ 520=ԡ 522=ԣ 524=ԥ 526=ԧ 528=ԩ 52A=ԫ 52C=ԭ 52E=ԯ 531+38=ա 587=եւ \
    1C80=в 1C81=д 1C82=о 1C83+2=с 1C85=т 1C86=ъ 1C87=ѣ 1D2C=a 1D2D=æ 1D2E=b 1D30+2=d 1D32=ǝ 1D33+8=g 1D3C=o \
    1D3D=ȣ 1D3E=p 1D3F=r 1D40+2=t 1D42=w 1D43=a 1D44+2=ɐ 1D47=b 1D48+2=d 1D4A=ə 1D4B+2=ɛ 1D4D=g 1D4F=k 1D50=m \
    1D51=ŋ 1D52=o 1D53=ɔ 1D56=p 1D57+2=t 1D5A=ɯ 1D5B=v 1D5D+3=β 1D60+2=φ 1D62=i 1D63=r 1D64+2=u 1D66+2=β 1D68=ρ \
    1D69+2=φ 1D78=н 1D9B=ɒ 1D9C=c 1D9D=ɕ 1D9E=ð 1D9F=ɜ 1DA0=f 1DA1=ɟ 1DA2=ɡ 1DA3=ɥ 1DA4+3=ɨ 1DA8=ʝ 1DA9=ɭ 1DAB=ʟ \
    1DAC=ɱ 1DAD=ɰ 1DAE+4=ɲ 1DB2=ɸ 1DB3+2=ʂ 1DB5=ƫ 1DB6+2=ʉ 1DB9+2=ʋ 1DBB=z 1DBC+3=ʐ 1DBF=θ 1E00=a 1E01+2=a \
    1E03=b 1E04=b 1E05=b 1E06=b 1E07+2=b 1E09+2=c 1E0B=d 1E0C=d 1E0D=d 1E0E=d 1E0F=d 1E10=d 1E11=d 1E12=d \
    1E13+2=d 1E15=e 1E16=e 1E17=e 1E18=e 1E19=e 1E1A=e 1E1B=e 1E1C=e 1E1D+2=e 1E1F+2=f 1E21+2=g 1E23=h 1E24=h \
    1E25=h 1E26=h 1E27=h 1E28=h 1E29=h 1E2A=h 1E2B+2=h 1E2D=i 1E2E=i 1E2F=i 1E30=k 1E31=k 1E32=k 1E33=k 1E34=k \
    1E35+2=k 1E37=l 1E38=l 1E39=l 1E3A=l 1E3B=l 1E3C=l 1E3D+2=l 1E3F=m 1E40=m 1E41=m 1E42=m 1E43+2=m 1E45=n \
    1E46=n 1E47=n 1E48=n 1E49=n 1E4A=n 1E4B+2=n 1E4D=o 1E4E=o 1E4F=o 1E50=o 1E51=o 1E52=o 1E53+2=o 1E55=p 1E56=p \
    1E57=p 1E58=r 1E59=r 1E5A=r 1E5B=r 1E5C=r 1E5D=r 1E5E=r 1E5F+2=r 1E61=s 1E62=s 1E63=s 1E64=s 1E65=s 1E66=s \
    1E67=s 1E68=s 1E69+2=s 1E6B=t 1E6C=t 1E6D=t 1E6E=t 1E6F=t 1E70=t 1E71+2=t 1E73=u 1E74=u 1E75=u 1E76=u 1E77=u \
    1E78=u 1E79=u 1E7A=u 1E7B+2=u 1E7D=v 1E7E=v 1E7F+2=v 1E81=w 1E82=w 1E83=w 1E84=w 1E85=w 1E86=w 1E87=w 1E88=w \
    1E89+2=w 1E8B=x 1E8C=x 1E8D+2=x 1E8F+2=y 1E91=z 1E92=z 1E93=z 1E94=z 1E95=z 1E96=h 1E97=t 1E98=w 1E99=y \
    1E9A=aʾ 1E9B=s 1E9E=ss 1EA0=a 1EA1=a 1EA2=a 1EA3=a 1EA4=a 1EA5=a 1EA6=a 1EA7=a 1EA8=a 1EA9=a 1EAA=a 1EAB=a \
    1EAC=a 1EAD=a 1EAE=a 1EAF=a 1EB0=a 1EB1=a 1EB2=a 1EB3=a 1EB4=a 1EB5=a 1EB6=a 1EB7=a 1EB8=e 1EB9=e 1EBA=e \
    1EBB=e 1EBC=e 1EBD=e 1EBE=e 1EBF=e 1EC0=e 1EC1=e 1EC2=e 1EC3=e 1EC4=e 1EC5=e 1EC6=e 1EC7=e 1EC8=i 1EC9=i \
    1ECA=i 1ECB=i 1ECC=o 1ECD=o 1ECE=o 1ECF=o 1ED0=o 1ED1=o 1ED2=o 1ED3=o 1ED4=o 1ED5=o 1ED6=o 1ED7=o 1ED8=o \
    1ED9=o 1EDA=o 1EDB=o 1EDC=o 1EDD=o 1EDE=o 1EDF=o 1EE0=o 1EE1=o 1EE2=o 1EE3=o 1EE4=u 1EE5=u 1EE6=u 1EE7=u \
    1EE8=u 1EE9=u 1EEA=u 1EEB=u 1EEC=u 1EED=u 1EEE=u 1EEF=u 1EF0=u 1EF1=u 1EF2=y 1EF3=y 1EF4=y 1EF5=y 1EF6=y \
    1EF7=y 1EF8=y 1EF9=y 1F00=α 1F01=α 1F02=α 1F03=α 1F04=α 1F05=α 1F06=α 1F07=α 1F08=α 1F09=α 1F0A=α 1F0B=α \
    1F0C=α 1F0D=α 1F0E=α 1F0F=α 1F10=ε 1F11=ε 1F12=ε 1F13=ε 1F14=ε 1F15=ε 1F18=ε 1F19=ε 1F1A=ε 1F1B=ε 1F1C=ε \
    1F1D=ε 1F20=η 1F21=η 1F22=η 1F23=η 1F24=η 1F25=η 1F26=η 1F27=η 1F28=η 1F29=η 1F2A=η 1F2B=η 1F2C=η 1F2D=η \
    1F2E=η 1F2F=η 1F30=ι 1F31=ι 1F32=ι 1F33=ι 1F34=ι 1F35=ι 1F36=ι 1F37=ι 1F38=ι 1F39=ι 1F3A=ι 1F3B=ι 1F3C=ι \
    1F3D=ι 1F3E=ι 1F3F=ι 1F40=ο 1F41=ο 1F42=ο 1F43=ο 1F44=ο 1F45=ο 1F48=ο 1F49=ο 1F4A=ο 1F4B=ο 1F4C=ο 1F4D=ο \
    1F50=υ 1F51=υ 1F52=υ 1F53=υ 1F54=υ 1F55=υ 1F56=υ 1F57=υ 1F59=υ 1F5B=υ 1F5D=υ 1F5F=υ 1F60=ω 1F61=ω 1F62=ω \
    1F63=ω 1F64=ω 1F65=ω 1F66=ω 1F67=ω 1F68=ω 1F69=ω 1F6A=ω 1F6B=ω 1F6C=ω 1F6D=ω 1F6E=ω 1F6F=ω 1F70=α 1F71=α \
    1F72=ε 1F73=ε 1F74=η 1F75=η 1F76=ι 1F77=ι 1F78=ο 1F79=ο 1F7A=υ 1F7B=υ 1F7C=ω 1F7D=ω 1F80=αι 1F81=αι 1F82=αι \
    1F83=αι 1F84=αι 1F85=αι 1F86=αι 1F87=αι 1F88=αι 1F89=αι 1F8A=αι 1F8B=αι 1F8C=αι 1F8D=αι 1F8E=αι 1F8F=αι \
    1F90=ηι 1F91=ηι 1F92=ηι 1F93=ηι 1F94=ηι 1F95=ηι 1F96=ηι 1F97=ηι 1F98=ηι 1F99=ηι 1F9A=ηι 1F9B=ηι 1F9C=ηι \
    1F9D=ηι 1F9E=ηι 1F9F=ηι 1FA0=ωι 1FA1=ωι 1FA2=ωι 1FA3=ωι 1FA4=ωι 1FA5=ωι 1FA6=ωι 1FA7=ωι 1FA8=ωι 1FA9=ωι \
    1FAA=ωι 1FAB=ωι 1FAC=ωι 1FAD=ωι 1FAE=ωι 1FAF=ωι 1FB0=α 1FB1=α 1FB2=αι 1FB3=αι 1FB4=αι 1FB6=α 1FB7=αι 1FB8=α \
    1FB9=α 1FBA=α 1FBB=α 1FBC=αι 1FBE=ι 1FC2=ηι 1FC3=ηι 1FC4=ηι 1FC6=η 1FC7=ηι 1FC8=ε 1FC9=ε 1FCA=η 1FCB=η \
    1FCC=ηι 1FD0=ι 1FD1=ι 1FD2=ι 1FD3=ι 1FD6=ι 1FD7=ι 1FD8=ι 1FD9=ι 1FDA=ι 1FDB=ι 1FE0=υ 1FE1=υ 1FE2=υ 1FE3=υ \
    1FE4=ρ 1FE5=ρ 1FE6=υ 1FE7=υ 1FE8=υ 1FE9=υ 1FEA=υ 1FEB=υ 1FEC=ρ 1FF2=ωι 1FF3=ωι 1FF4=ωι 1FF6=ω 1FF7=ωι 1FF8=ο \
    1FF9=ο 1FFA=ω 1FFB=ω 1FFC=ωι 2018=' 2019=' 201B=' 2070=0 2071=i 2074+6=4 207F=n 2080+10=0 2090=a 2091=e \
    2092=o 2093=x 2094=ə 2095=h 2096+4=k 209A=p 209B+2=s 2102=c 2107=ɛ 210A+2=g 210C=h 210D=h 210E=h 210F=ħ \
    2110=i 2111=i 2112=l 2113=l 2115=n 2116=no 2119+3=p 211C=r 211D=r 2120=sm 2121=tel 2122=tm 2124=z 2126=ω \
    2128=z 212A=k 212B+3=a 212F=e 2130+2=e 2133=m 2134=o 2135+4=א 2139=i 213B=fax 213C=π 213D=γ 213E=γ 213F=π \
    2145=d 2146+2=d 2148+2=i 2150=1/7 2151=1/9 2152=1/10 2153=1/3 2154=2/3 2155=1/5 2156=2/5 2157=3/5 2158=4/5 \
    2159=1/6 215A=5/6 215B=1/8 215C=3/8 215D=5/8 215E=7/8 215F=1/ 2160=i 2161=ii 2162=iii 2163=iv 2164=v 2165=vi \
    2166=vii 2167=viii 2168=ix 2169=x 216A=xi 216B=xii 216C=l 216D+2=c 216F=m 2170=i 2171=ii 2172=iii 2173=iv \
    2174=v 2175=vi 2176=vii 2177=viii 2178=ix 2179=x 217A=xi 217B=xii 217C=l 217D+2=c 217F=m 2189=0/3 2460+9=1 \
    2469=10 246A=11 246B=12 246C=13 246D=14 246E=15 246F=16 2470=17 2471=18 2472=19 2473=20 249C+26=a 24B6+26=a \
    24D0+26=a 24EA=0 2C62=ɫ 2C64=ɽ 2C6D=ɑ 2C6E=ɱ 2C6F=ɐ 2C70=ɒ 2C7C=j 2C7D=v 2C7E+2=ȿ 3250=pte 3251=21 3252=22 \
    3253=23 3254=24 3255=25 3256=26 3257=27 3258=28 3259=29 325A=30 325B=31 325C=32 325D=33 325E=34 325F=35 \
    32B1=36 32B2=37 32B3=38 32B4=39 32B5=40 32B6=41 32B7=42 32B8=43 32B9=44 32BA=45 32BB=46 32BC=47 32BD=48 \
    32BE=49 32BF=50 32CC=hg 32CD=erg 32CE=ev 32CF=ltd 3371=hpa 3372=da 3373=au 3374=bar 3375=ov 3376=pc 3377=dm \
    3378=dm2 3379=dm3 337A=iu 3380=pa 3381=na 3383=ma 3384=ka 3385=kb 3386=mb 3387=gb 3388=cal 3389=kcal 338A=pf \
    338B=nf 338E=mg 338F=kg 3390=hz 3391=khz 3392=mhz 3393=ghz 3394=thz 3396=ml 3397=dl 3398=kl 3399=fm 339A=nm \
    339C=mm 339D=cm 339E=km 339F=mm2 33A0=cm2 33A1=m2 33A2=km2 33A3=mm3 33A4=cm3 33A5=m3 33A6=km3 33A9=pa \
    33AA=kpa 33AB=mpa 33AC=gpa 33AD=rad 33B0=ps 33B1=ns 33B3=ms 33B4=pv 33B5=nv 33B7=mv 33B8=kv 33B9=mv 33BA=pw \
    33BB=nw 33BD=mw 33BE=kw 33BF=mw 33C3=bq 33C4=cc 33C5=cd 33C8=db 33C9=gy 33CA=ha 33CB=hp 33CC=in 33CD=kk \
    33CE=km 33CF=kt 33D0=lm 33D1=ln 33D2=log 33D3=lx 33D4=mb 33D5=mil 33D6=mol 33D7=ph 33D9=ppm 33DA=pr 33DB=sr \
    33DC=sv 33DD=wb 33FF=gal A69C=ъ A69D=ь A78D=ɥ A7AA=ɦ A7AB=ɜ A7AC=ɡ A7AD=ɬ A7AE=ɪ A7B0=ʞ A7B1=ʇ A7B2=ʝ A7C5=ʂ \
    A7F2=c A7F3=f A7F4=q A7F8=ħ A7F9=œ AB5E=ɫ AB69=ʍ FB00=ff FB01=fi FB02=fl FB03=ffi FB04=ffl FB05=st FB06=st \
    FB13=մն FB14=մե FB15=մի FB16=վն FB17=մխ FB1D=י FB1F=ײ FB20=ע FB21=א FB22+2=ד FB24+3=כ FB27=ר FB28=ת FB2A=ש \
    FB2B=ש FB2C=ש FB2D=ש FB2E=א FB2F=א FB30+7=א FB38+5=ט FB3E=מ FB40+2=נ FB43+2=ף FB46+5=צ FB4B=ו FB4C=ב FB4D=כ \
    FB4E=פ FB4F=אל FF07=' FF10+10=0 FF21+26=a FF41+26=a 10781+2=ː 10783=æ 10784=ʙ 10785=ɓ 10787=ʣ 10789=ʥ \
    1078A=ʤ 1078B+2=ɖ 1078E=ɘ 1078F=ɞ 10790=ʩ 10791=ɤ 10792=ɢ 10793=ɠ 10794=ʛ 10795=ħ 10796=ʜ 10797=ɧ 10798=ʄ \
    10799+2=ʪ 1079B=ɬ 1079E=ɮ 107A0=ʎ 107A2=ø 107A3+2=ɶ 107A5=q 107A6=ɺ 107A8+2=ɽ 107AA=ʀ 107AB=ʨ 107AC=ʦ \
    107AE=ʧ 107AF=ʈ 107B2=ʏ 107B3+2=ʡ 107B5=ʘ 107B6+3=ǀ 1D400+26=a 1D41A+26=a 1D434+26=a 1D44E+7=a 1D456+18=i \
    1D468+26=a 1D482+26=a 1D49C=a 1D49E+2=c 1D4A2=g 1D4A5+2=j 1D4A9+4=n 1D4AE+8=s 1D4B6+4=a 1D4BB=f 1D4BD+7=h \
    1D4C5+11=p 1D4D0+26=a 1D4EA+26=a 1D504+2=a 1D507+4=d 1D50D+8=j 1D516+7=s 1D51E+26=a 1D538+2=a 1D53B+4=d \
    1D540+5=i 1D546=o 1D54A+7=s 1D552+26=a 1D56C+26=a 1D586+26=a 1D5A0+26=a 1D5BA+26=a 1D5D4+26=a 1D5EE+26=a \
    1D608+26=a 1D622+26=a 1D63C+26=a 1D656+26=a 1D670+26=a 1D68A+26=a 1D6A4=ı 1D6A5=ȷ 1D6A8+17=α 1D6B9=θ \
    1D6BA+7=σ 1D6C2+17=α 1D6D3=σ 1D6D4+7=σ 1D6DC=ε 1D6DD=θ 1D6DE=κ 1D6DF=φ 1D6E0=ρ 1D6E1=π 1D6E2+17=α 1D6F3=θ \
    1D6F4+7=σ 1D6FC+17=α 1D70D=σ 1D70E+7=σ 1D716=ε 1D717=θ 1D718=κ 1D719=φ 1D71A=ρ 1D71B=π 1D71C+17=α 1D72D=θ \
    1D72E+7=σ 1D736+17=α 1D747=σ 1D748+7=σ 1D750=ε 1D751=θ 1D752=κ 1D753=φ 1D754=ρ 1D755=π 1D756+17=α 1D767=θ \
    1D768+7=σ 1D770+17=α 1D781=σ 1D782+7=σ 1D78A=ε 1D78B=θ 1D78C=κ 1D78D=φ 1D78E=ρ 1D78F=π 1D790+17=α 1D7A1=θ \
    1D7A2+7=σ 1D7AA+17=α 1D7BB=σ 1D7BC+7=σ 1D7C4=ε 1D7C5=θ 1D7C6=κ 1D7C7=φ 1D7C8=ρ 1D7C9=π 1D7CA=ϝ 1D7CB=ϝ \
    1D7CE+10=0 1D7D8+10=0 1D7E2+10=0 1D7EC+10=0 1D7F6+10=0 1F110+26=a 1F12B=c 1F12C=r 1F12D=cd 1F12E=wz \
    1F130+26=a 1F14A=hv 1F14B=mv 1F14C=sd 1F14D=ss 1F14E=ppv 1F14F=wc 1F150+26=a 1F16A=mc 1F16B=md 1F16C=mr \
    1F170+26=a 1F190=dj 1FBF0+10=0
    """
}
