package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.web.page.FullStops;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Both languages say the same: the same keys, the same arguments, the same numbers. */
class MessagesTests {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d,])\\d[\\d,]{2,}(?![\\d,])");

    /** Of numbers of days, which may be the same, where no case is made of that. */
    private static final Pattern SPAN =
            Pattern.compile(
                    "(?<!other \\{)\\{\\d(?:, number)?\\}(?: to |〜)"
                            + "\\{\\d(?:, number)?\\} ?(?:days|日)");

    static Stream<String> modules() throws IOException {
        return Files.list(FOLDER)
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith("_en.properties"))
                .map(name -> name.replace("_en.properties", ""))
                .sorted();
    }

    /**
     * Of two texts under one key the reader of the file sees one, and it is the other that is
     * shown.
     */
    @ParameterizedTest
    @MethodSource("modules")
    void noKeyStandsTwiceInAFile(String module) throws IOException {
        for (String language : List.of("en", "ja")) {
            try (Stream<String> lines =
                    Files.lines(FOLDER.resolve(module + "_" + language + ".properties"))) {
                assertThat(lines.filter(line -> line.matches("[a-z].*=.*")))
                        .extracting(line -> line.replaceFirst("=.*", ""))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothLanguagesHaveTheSameKeys(String module) throws IOException {
        assertThat(new TreeSet<>(read(module, "ja").keySet()))
                .isEqualTo(new TreeSet<>(read(module, "en").keySet()));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothLanguagesTakeTheSameArguments(String module) throws IOException {
        Properties ja = read(module, "ja");
        read(module, "en")
                .forEach(
                        (key, text) ->
                                assertThat(arguments(ja.getProperty((String) key)))
                                        .as((String) key)
                                        .isEqualTo(arguments((String) text)));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothLanguagesNameTheSameNumbers(String module) throws IOException {
        Properties ja = read(module, "ja");
        read(module, "en")
                .forEach(
                        (key, text) ->
                                assertThat(numbers(ja.getProperty((String) key)))
                                        .as((String) key)
                                        .isEqualTo(numbers((String) text)));
    }

    /** One word for one thing: what stands on the left is said as on the right. */
    private static final Map<String, String> GLOSSARY_JA =
            Map.ofEntries(
                    Map.entry("受注製作", "受注制作"),
                    Map.entry("荷物をお作り", "荷造り"),
                    Map.entry("棚に戻", "お取り置きを終え"),
                    Map.entry("里子みんな", "里子全員"),
                    Map.entry("特別行政区", "香港、マカオ"),
                    Map.entry("コンビニエンスストア", "コンビニ"),
                    Map.entry("お客さま", "お客様"),
                    Map.entry("皆さま", "みなさま"),
                    Map.entry("皆様", "みなさま"),
                    Map.entry("品切れ", "売り切れ"),
                    Map.entry("収益", "利益"),
                    Map.entry("当方", "当団体"),
                    Map.entry("最後の一点", "最後の1点"),
                    Map.entry("下さい", "ください"),
                    Map.entry("頂", "いただ"),
                    Map.entry("寄付者名簿", "寄附者名簿"),
                    Map.entry("6桁の番号", "6桁の確認コード"),
                    Map.entry("お取りやめ", "お取り消し"),
                    Map.entry("寄付を取りやめ", "寄付を取り消"),
                    Map.entry("注文を取りやめ", "注文を取り消"),
                    Map.entry("支払いがないまま", "取り消し"),
                    Map.entry("支払いのないまま", "取り消し"),
                    Map.entry("支払いなしで終了", "取り消し"),
                    Map.entry("一週間", "1週間"),
                    Map.entry("二週間", "2週間"),
                    Map.entry("店の仕組み", "システム"),
                    Map.entry("銀行で不成立", "届かなかった"),
                    Map.entry("届かずに戻", "届きませんでした"),
                    Map.entry("～", "〜"),
                    Map.entry("(telephone)", "電話番号"));

    private static final Map<String, String> GLOSSARY_EN =
            Map.ofEntries(
                    Map.entry("elephone", "phone"),
                    Map.entry("basket", "cart"),
                    Map.entry("e-mail", "mail"),
                    Map.entry("email", "mail"),
                    Map.entry("zip code", "postal code"),
                    Map.entry("on the shelf again", "no longer kept for you"),
                    Map.entry("efund came back", "refund did not arrive"),
                    Map.entry("returned a refund", "refund did not arrive"),
                    Map.entry("failed at the bank", "did not arrive"),
                    Map.entry("SAR China", "Hong Kong, Macao"),
                    Map.entry("payment code", "payment number"),
                    Map.entry("ode for the store", "payment number"),
                    Map.entry("ode for the convenience store", "payment number"),
                    Map.entry("its code until", "its payment number until"),
                    Map.entry("without payment", "cancelled"),
                    Map.entry("ended without", "was cancelled"),
                    Map.entry("order ends by itself", "order is cancelled by itself"),
                    Map.entry("order up", "cancel the order"));

    @ParameterizedTest
    @MethodSource("modules")
    void oneThingHasOneWord(String module) throws IOException {
        assertThat(strays(module, "ja", GLOSSARY_JA)).isEmpty();
        assertThat(strays(module, "en", GLOSSARY_EN)).isEmpty();
    }

    /** Brackets are as wide as the text they stand in. */
    @ParameterizedTest
    @MethodSource("modules")
    void japaneseTextHasJapaneseBrackets(String module) throws IOException {
        assertThat(strays(module, "ja", Map.of("(", "（", ")", "）"))).isEmpty();
    }

    /** A Japanese stop brings its own space; {@link FullStops} sees to it between sentences. */
    @ParameterizedTest
    @MethodSource("modules")
    void noSpaceFollowsAJapaneseStop(String module) throws IOException {
        assertThat(strays(module, "ja", Map.of("。 ", "。", "、 ", "、", "： ", "："))).isEmpty();
    }

    /** Nobody sees to it in a mail of plain text. */
    @Test
    void plainTextPutsASentenceToALine() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt")))
                    .isNotEmpty()
                    .allSatisfy(
                            file ->
                                    assertThat(Files.readString(file))
                                            .doesNotContainPattern("\\)\\] +\\["));
        }
    }

    /** From three days to three is three days: whoever says from how many also says how many. */
    @ParameterizedTest
    @MethodSource("modules")
    void aSpanOfDaysMayBeOneNumber(String module) throws IOException {
        for (String language : List.of("en", "ja")) {
            assertThat(read(module, language).values())
                    .noneMatch(text -> SPAN.matcher((String) text).find());
        }
    }

    private static List<String> strays(String module, String language, Map<String, String> words)
            throws IOException {
        return read(module, language).entrySet().stream()
                .flatMap(
                        message ->
                                words.entrySet().stream()
                                        .filter(
                                                it ->
                                                        ("" + message.getValue())
                                                                .contains(it.getKey()))
                                        .map(
                                                it ->
                                                        message.getKey()
                                                                + ": "
                                                                + it.getKey()
                                                                + " is said as "
                                                                + it.getValue()))
                .sorted()
                .toList();
    }

    private static TreeSet<Integer> arguments(String text) {
        MessagePattern pattern = new MessagePattern(text);
        TreeSet<Integer> numbers = new TreeSet<>();
        IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NUMBER)
                .forEach(part -> numbers.add(part.getValue()));
        return numbers;
    }

    /** Numbers of three digits or more: sums, years, laws. */
    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Properties read(String module, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(FOLDER.resolve(module + "_" + language + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
