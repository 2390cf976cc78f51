package org.lfnkr.zabuton.catalog.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.web.Problem;

import java.time.LocalDate;

class GoodsFileTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final String HEAD = String.join(",", GoodsFile.COLUMNS) + "\r\n";

    /** A line of a hat; what is asked for stands in it. */
    static String line(String slug, String sku, String colour, String price) {
        return "%s,100,帽子,Hat,話,\"A story, long\",大,Big,毛,Wool,手洗い,By hand,,hat,rib,%s,%s,藍,Indigo,%s,10,90,,380,460,60,first,note 1\r\n"
                .formatted(slug, sku, colour, price);
    }

    @Test
    void readsAVariantInEachLine() {
        GoodsFile file =
                GoodsFile.read(
                        HEAD
                                + line("a-hat", "HAT-A", "indigo", "\"2,600\"")
                                + line("a-hat", "HAT-B", "wool", "２６００"),
                        TODAY);

        assertThat(file.faults()).isEmpty();
        assertThat(file.rows())
                .extracting(row -> row.kind().sku(), row -> row.kind().price())
                .containsExactly(tuple("HAT-A", Money.yen(2600)), tuple("HAT-B", Money.yen(2600)));
        assertThat(file.rows().getFirst().costs().from()).isEqualTo(TODAY);
        assertThat(file.rows().getFirst().goods().texts().story().en()).isEqualTo("A story, long");
    }

    @Test
    void saysOfEachFaultItsLineAndColumn() {
        GoodsFile file =
                GoodsFile.read(
                        HEAD
                                + line("a-hat", "HAT-A", "indigo", "2600")
                                + line("A Hat", "HAT-B", "wool", "\"2,60\"")
                                + line("a-hat", "hat", "green", "2600"),
                        TODAY);

        assertThat(file.rows()).isEmpty();
        assertThat(file.faults())
                .extracting(GoodsFile.Fault::line, fault -> fault.problem().field())
                .containsExactly(
                        tuple(3L, "slug"),
                        tuple(3L, "price"),
                        tuple(4L, "sku"),
                        tuple(4L, "colour"));
    }

    @Test
    void refusesWhatASpreadsheetWouldHaveComputed() {
        GoodsFile file =
                GoodsFile.read(
                        HEAD
                                + line("a-hat", "HAT-A", "indigo", "=A1+1")
                                + line("a-hat", "HAT-B", "=1", "2600").replace("first", "@SUM(A1)"),
                        TODAY);

        assertThat(file.faults())
                .extracting(
                        GoodsFile.Fault::line,
                        fault -> fault.problem().field(),
                        fault -> fault.problem().key())
                .containsExactly(
                        tuple(2L, "price", "catalog.file.formula"),
                        tuple(3L, "colour", "catalog.file.formula"),
                        tuple(3L, "costsWhy", "catalog.file.formula"));
    }

    @Test
    void saysWhichWordsAColumnTakes() {
        String knitted =
                line("a-hat", "HAT-A", "green", "2600").replace("By hand,,", "By hand,no,");

        assertThat(GoodsFile.read(HEAD + knitted, TODAY).faults())
                .extracting(GoodsFile.Fault::problem)
                .containsExactly(
                        Problem.of("textile", "catalog.file.choice", "yes"),
                        Problem.of(
                                "colour",
                                "catalog.file.choice",
                                "indigo, persimmon, wool, moss, natural, walnut"));
    }

    /** Spreadsheets leave empty cells at the end of a line away. */
    @Test
    void takesCellsThatALineEndsBeforeAsEmpty() {
        String whole = line("a-hat", "HAT-A", "indigo", "2600");
        String short_ = line("a-hat", "HAT-B", "wool", "2600").replace(",first,note 1", "");

        assertThat(GoodsFile.read(HEAD + whole + short_, TODAY).faults())
                .isNotEmpty()
                .allMatch(fault -> fault.line() == 3);
    }

    @Test
    void saysWhichColumnIsMissing() {
        assertThat(GoodsFile.read(HEAD.replace("price,", ""), TODAY).faults())
                .extracting(fault -> fault.problem().field())
                .containsExactly("price");
        assertThat(GoodsFile.read(HEAD, TODAY).faults())
                .extracting(fault -> fault.problem().key())
                .containsExactly("catalog.file.empty");
        assertThat(GoodsFile.read("", TODAY).faults()).hasSize(1);
    }
}
