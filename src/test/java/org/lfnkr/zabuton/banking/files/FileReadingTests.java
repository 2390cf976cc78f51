package org.lfnkr.zabuton.banking.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.banking.RowSort;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.simulator.BankStatement;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class FileReadingTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final LocalDate DAY = LocalDate.of(2027, 5, 28);
    private static final Charset OFFICE = Charset.forName("windows-31j");

    private static BankStatement statement() {
        return new BankStatement(100_000)
                .row(DAY, 6_253, "ｽﾄﾗｲﾌﾟｼﾞﾔﾊﾟﾝ(ｶ", "ﾌﾘｺﾐ")
                .row(DAY, -440, "", "ﾌﾘｺﾐﾃｽｳﾘﾖｳ")
                .row(DAY.plusDays(3), 3, "", "ﾘｿｸ");
    }

    private static Reading read(byte[] file) {
        return FileReading.fixed(FileFormat.STATEMENT, file, TODAY);
    }

    private static BankFile file(Reading reading) {
        return ((Reading.Read) reading).file();
    }

    private static Reading.Refused refused(Reading reading) {
        return (Reading.Refused) reading;
    }

    @Test
    void aStatementIsReadToTheYen() {
        BankFile file = file(read(statement().bytes()));

        assertThat(file.opening()).isEqualTo(Money.yen(100_000));
        assertThat(file.closing()).isEqualTo(Money.yen(105_816));
        assertThat(file.rows())
                .extracting(row -> row.day() + " " + row.yen().yen() + " " + row.sort())
                .containsExactly(
                        "2027-05-28 6253 TRANSFER", "2027-05-28 -440 FEE", "2027-05-31 3 INTEREST");
        assertThat(file.rows().getFirst().payer()).isEqualTo("ｽﾄﾗｲﾌﾟｼﾞﾔﾊﾟﾝ(ｶ");
        assertThat(file.rows().getFirst()).asString().doesNotContain("ｽﾄ");
        assertThat(file.holder()).contains("1234567");
    }

    /** With line ends or without, and with what old machines write behind it. */
    @Test
    void lineEndsAreNoPartOfAStatement() {
        String text = new String(statement().bytes(), StandardCharsets.ISO_8859_1);
        byte[] bare =
                text.replace("\r\n", "").concat("\u001a").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(file(read(bare)).rows()).isEqualTo(file(read(statement().bytes())).rows());
    }

    /** Whatever is missing of it, it is refused, with a line. */
    @Test
    void aStatementThatIsCutIsRefusedWhereverItIsCut() {
        byte[] whole = statement().bytes();
        for (int length = 0; length < whole.length - 2; length++) {
            Reading.Refused refusal = refused(read(Arrays.copyOf(whole, length)));
            assertThat(refusal.arguments().getFirst())
                    .as("cut at " + length)
                    .isInstanceOf(Integer.class);
        }
    }

    /** One byte that is not what the bank wrote: what counts is noticed, and nothing breaks. */
    @RepeatedTest(200)
    void anyByteMayBeAnyOther(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        byte[] file = statement().bytes();
        for (int i = 0; i <= random.nextInt(3); i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }

        if (read(file) instanceof Reading.Read(BankFile read)) {
            assertThat(read.closing()).isEqualTo(Money.yen(105_816));
        }
        FileReading.fixed(FileFormat.NOTICE, file, TODAY);
        FileReading.table(Columns.ANSER, file, TODAY);
        FileReading.table(new Columns(0, 1, 2, 3, 4, 5), file, TODAY);
    }

    /** A sum that was changed without its totals. */
    @Test
    void totalsThatAreNotReachedAreNamedWithTheirLine() {
        byte[] file = statement().bytes();
        file[202 + 35] = '9';

        Reading.Refused refusal = refused(read(file));

        assertThat(refusal.key()).isEqualTo("banking.file.total");
        assertThat(refusal.arguments()).containsExactly(5, 6_256L, 6_262L);
    }

    @Test
    void aStatementOfSeveralAccountsIsRefused() {
        String text = new String(statement().bytes(), StandardCharsets.ISO_8859_1);
        String group = text.substring(0, 202 * 5);
        byte[] two = (group + text).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(read(two)).key()).isEqualTo("banking.file.accounts");
    }

    /** ANSER: every field quoted; a day, yen out or in, a balance, words. */
    private static String anser(String... rows) {
        return "\"照会口座\",\"番号\",\"勘定日\",\"起算日\",\"出金金額\",\"入金金額\",\"小切手区分\",\"残高\",\"取引区分\",\"明細区分\",\"金融機関名\",\"支店名\",\"摘要\"\r\n"
                + String.join("\r\n", rows)
                + "\r\n";
    }

    private static String row(String day, String out, String in, String balance) {
        return "\"\",\"1\",\"%1$s\",\"%1$s\",\"%2$s\",\"%3$s\",\"\",\"%4$s\",\"\",\"\",\"\",\"\",\"ﾔﾏﾀﾞ ﾊﾅｺ\""
                .formatted(day, out, in, balance);
    }

    @Test
    void aTableIsReadInTheOrderOfItsBalances() {
        String newestFirst =
                anser(
                        row("R09.05.29", "440", "", "12,813"),
                        row("R09.05.28", "", "3,253", "13,253"));

        BankFile file = file(FileReading.table(Columns.ANSER, newestFirst.getBytes(OFFICE), TODAY));

        assertThat(file.opening()).isEqualTo(Money.yen(10_000));
        assertThat(file.rows()).extracting(it -> it.yen().yen()).containsExactly(3_253L, -440L);
        assertThat(file.rows().getFirst().payer()).isEqualTo("ﾔﾏﾀﾞ ﾊﾅｺ");
    }

    @Test
    void aBalanceThatDoesNotFollowIsNamedWithItsLine() {
        String gap =
                anser(
                        row("2027/05/28", "", "3,253", "13,253"),
                        row("2027/05/28", "440", "", "12,813"),
                        row("2027/05/29", "", "100", "12,900"));

        Reading.Refused refusal =
                refused(FileReading.table(Columns.ANSER, gap.getBytes(OFFICE), TODAY));

        assertThat(refusal)
                .isEqualTo(
                        new Reading.Refused("banking.file.balance", List.of(4, 12_900L, 12_913L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "１２３", "1,23", "--3"})
    void whatIsNoSumInATableIsRefused(String sum) {
        byte[] table = anser(row("2027/05/28", "", sum, "13,253")).getBytes(OFFICE);

        if (FileReading.table(Columns.ANSER, table, TODAY) instanceof Reading.Read(BankFile file)) {
            assertThat(file.rows().getFirst().yen()).isEqualTo(Money.yen(123));
            assertThat(sum).isEqualTo("１２３");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "090528, 2027-05-28",
        "270528, 2027-05-28",
        "20270528, 2027-05-28",
        "2027/5/28, 2027-05-28",
        "R9.5.28, 2027-05-28",
        "令和9年5月28日, 2027-05-28",
        "2027年05月28日, 2027-05-28",
        "09-05-28, 2027-05-28",
        "090229, ",
        "091301, ",
        "100528, ",
        "H30.5.28, ",
        "010528, ",
        "28.5.2027, ",
    })
    void daysAreReadAsBanksWriteThem(String written, LocalDate day) {
        assertThat(BankDay.of(written, TODAY).orElse(null)).isEqualTo(day);
    }

    @Test
    void whatIsTypedCountsWhenItReachesThePaper() {
        String lines = "2027-05-28,6253,ｽﾄﾗｲﾌﾟ\n2027-05-29,-440,\n";

        BankFile file = file(FileReading.typed(control(2, 105_813), lines, TODAY));

        assertThat(file.rows().getFirst().balance()).isEqualTo(Money.yen(106_253));
        assertThat(refused(FileReading.typed(control(3, 105_813), lines, TODAY)).key())
                .isEqualTo("banking.file.total");
        assertThat(refused(FileReading.typed(control(2, 105_814), lines, TODAY)).key())
                .isEqualTo("banking.file.closing");
    }

    private static Control control(int rows, long closing) {
        return new Control(rows, Money.yen(100_000), Money.yen(closing));
    }

    @Test
    void noticesHaveSumsAndNoBalance() {
        String header =
                "101"
                        + "0"
                        + "090601"
                        + "090528"
                        + "090528"
                        + "0001"
                        + " ".repeat(15)
                        + "001"
                        + " ".repeat(15)
                        + "1"
                        + "1234567";
        String data =
                "2"
                        + "000001"
                        + "090528"
                        + "090528"
                        + "0000003000"
                        + "0".repeat(20)
                        + "ﾔﾏﾀﾞ ﾊﾅｺ"
                        + " ".repeat(70);
        String came = data + " " + "7K3M9QXT4B";
        String off = data + "1" + "7K3M9QXT4B";
        String trailer = "8" + "000001" + "000000003000" + "000001" + "000000003000";
        byte[] file =
                records(header, came, off, trailer, "9").getBytes(Charset.forName("Shift_JIS"));

        BankFile read = file(FileReading.fixed(FileFormat.NOTICE, file, TODAY));

        assertThat(read.opening()).isNull();
        assertThat(read.rows())
                .extracting(it -> it.yen().yen() + " " + it.sort() + " " + it.note())
                .containsExactly("3000 TRANSFER 7K3M9QXT4B", "-3000 CANCELLED 7K3M9QXT4B");
    }

    private static String records(String... fields) {
        return String.join(
                "", Arrays.stream(fields).map(it -> it + " ".repeat(200 - it.length())).toList());
    }

    /** Each refusal that the code names has words in both languages. */
    @Test
    void everyRefusalHasWords() {
        for (Language language : Language.values()) {
            ResourceBundle words = ResourceBundle.getBundle("messages/banking_" + language.tag());
            assertThat(words.keySet())
                    .contains(
                            IntStream.range(0, REFUSALS.length)
                                    .mapToObj(i -> "banking.file." + REFUSALS[i])
                                    .toArray(String[]::new));
        }
    }

    private static final String[] REFUSALS = {
        "length",
        "sign",
        "number",
        "day",
        "kind",
        "nothing",
        "short",
        "accounts",
        "order",
        "zero",
        "direction",
        "total",
        "closing",
        "table",
        "columns",
        "typed",
        "charset",
        "balance",
        "earlier",
        "gap",
        "contradiction",
        "another"
    };

    /** What stands behind a comma that is one too many would be lost, and was never read. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21,5813", "2026-11-21,5813,Rent,November"})
    void aTypedLineWithoutItsTextOrWithMoreIsToldByItsNumber(String second) {
        String lines = "2026-11-20,100000,First\n" + second;

        Reading.Refused told = refused(FileReading.typed(control(2, 105_813), lines, TODAY));

        assertThat(told.key()).isEqualTo("banking.file.typed");
        assertThat(told.arguments()).containsExactly(2);
    }

    @Test
    void sortsAreReadFromCodeAndWords() {
        assertThat(Sorts.of("19", "")).isEqualTo(RowSort.CANCELLED);
        assertThat(Sorts.of("", "決算利息")).isEqualTo(RowSort.INTEREST);
        assertThat(Sorts.of("14", "ｺｳｻﾞﾌﾘｶｴ")).isEqualTo(RowSort.DIRECT_DEBIT);
    }
}
