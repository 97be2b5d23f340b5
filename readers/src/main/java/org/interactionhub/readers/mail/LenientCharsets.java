package org.interactionhub.readers.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text when the charset is missing, misspelt or a lie, as it often is in mail. */
public final class LenientCharsets {

    private static final Charset CYRILLIC_WINDOWS = Charset.forName("windows-1251");
    private static final Charset CYRILLIC_KOI8 = Charset.forName("KOI8-R");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final List<String> EAST_ASIAN = List.of("GB18030", "EUC-JP", "Big5", "x-windows-949", "windows-31j");

    /** The ideographs that make up a good part of any Chinese or Japanese text. */
    private static final String COMMON = "的一是不了在人有我他这個这个们们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得于於著下自之年過过發发後后作里用道行所然家種种事成方多經经么去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心本前開开但因只從从想實实日者意無无力它與与長长把機机十民第公此已工使情明性知全三又關关點点正業业外將将兩两高間间由問问很最重並并物手應应戰战向頭头文體体政美相見见被利什二等產产或新己制身果加西斯月話话合回特代內内信表化老給给世位次度門门任常先海通教兒儿原東东聲声提立及比員员解水名真論论處处走義义各入幾几口認认條条平系氣气題题活爾尔更別别打女變变四神總总何電电數数安少報报才結结反受目太量再感建務务做接必場场件計计管期市直德資资命山金指克許许統统區区保至隊队形社便空決决治展馬马科司五基眼書书非則则聽听白卻却界達达光放強强即像難难且權权思王象完設设式色路記记南品住告類类求據据程北邊边死張张該该交規规萬万取拉格望覺觉術术領领共確确傳传師师觀观清今切院讓让識识候帶带導导爭争運运";

    /** What senders write, and the superset that they mean. */
    private static final Map<String, String> MEANT = Map.ofEntries(Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"), Map.entry("gb2312", "GB18030"), Map.entry("gbk", "GB18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"), Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"), Map.entry("shift-jis", "windows-31j"),
            Map.entry("cp-1251", "windows-1251"), Map.entry("win-1251", "windows-1251"),
            Map.entry("win1251", "windows-1251"), Map.entry("koi8r", "KOI8-R"), Map.entry("koi8", "KOI8-R"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"), Map.entry("cp-850", "IBM850"));

    private LenientCharsets() {}

    /**
     * Always gives a text.
     *
     * @param declared the name the sender gave, null if none
     */
    public static String decode(byte[] bytes, @Nullable String declared) {
        Optional<Charset> charset = named(declared);
        return charset.flatMap(known -> strictly(bytes, known))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .or(() -> charset.flatMap(known -> nearly(bytes, known)))
                .or(() -> nearly(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> new String(bytes, guess(bytes)));
    }

    static Optional<Charset> named(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String plain = name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(plain, plain)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException | UnsupportedOperationException not) {
            return Optional.empty();
        }
    }

    /** A cut or slightly damaged text is still in its charset: a few holes are better than a wrong alphabet. */
    private static Optional<String> nearly(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.US_ASCII)) {
            return Optional.empty();
        }
        String text = new String(bytes, charset);
        long holes = text.chars().filter(c -> c == '\uFFFD').count();
        long foreign = text.chars().filter(c -> c > 127).count();
        return holes * 10 <= foreign ? Optional.of(text) : Optional.empty();
    }

    /**
     * Runs of high bytes are Cyrillic words. Most letters are small ones, and these lie in the upper half of the high
     * bytes in windows-1251, in the lower half in KOI8-R; below both lie hardly any, but a third of East Asian text.
     */
    private static Charset guess(byte[] bytes) {
        int longest = 0;
        int run = 0;
        int upper = 0;
        int lower = 0;
        int below = 0;
        for (byte b : bytes) {
            int value = b & 0xFF;
            run = value >= 0x80 ? run + 1 : 0;
            longest = Math.max(longest, run);
            upper += value >= 0xE0 ? 1 : 0;
            lower += value >= 0xC0 && value < 0xE0 ? 1 : 0;
            below += value >= 0x80 && value < 0xC0 ? 1 : 0;
        }
        if (longest < 3) {
            return WESTERN;
        }
        Charset cyrillic = upper >= lower ? CYRILLIC_WINDOWS : CYRILLIC_KOI8;
        return below * 6 > upper + lower ? eastAsian(bytes).orElse(cyrillic) : cyrillic;
    }

    private static Optional<Charset> eastAsian(byte[] bytes) {
        return EAST_ASIAN.stream().map(Charset::forName).filter(charset -> strictly(bytes, charset).isPresent())
                .max(Comparator.comparingInt(charset -> usual(new String(bytes, charset))));
    }

    /** Kana and the ideographs and syllables that are written most; wrong guesses are full of rare ones. */
    private static int usual(String text) {
        return (int) text.codePoints().filter(c -> c >= 0x3040 && c < 0x3100 || c >= 0xAC00 && c < 0xD7A4
                || COMMON.indexOf(c) >= 0).count();
    }
}
