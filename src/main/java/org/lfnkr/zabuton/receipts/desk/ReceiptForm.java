package org.lfnkr.zabuton.receipts.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.receipts.Addressee;
import org.lfnkr.zabuton.receipts.web.AddresseeReader;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Why something is done to a receipt, and whom another one is made out to.
 *
 * @param addressee null where nobody is named
 * @param problems in the order of the page; none where everything was understood
 */
record ReceiptForm(
        Map<String, String> typed, @Nullable Addressee addressee, List<Problem> problems) {

    private static final int LONGEST = 200;
    private static final String REASON = "reason";
    private static final String VOID_REASON = "voidReason";

    ReceiptForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    static ReceiptForm fresh() {
        return new ReceiptForm(Map.of(), null, List.of());
    }

    /** Of a receipt that is voided without another. */
    static ReceiptForm voiding(MultiValueMap<String, String> sent) {
        Map<String, String> typed = sent.toSingleValueMap();
        return new ReceiptForm(typed, null, problems(typed, VOID_REASON));
    }

    /**
     * Of a receipt that takes another's place: who names nobody keeps whom that was made out to.
     */
    static ReceiptForm successor(MultiValueMap<String, String> sent, boolean certified) {
        Map<String, String> typed = sent.toSingleValueMap();
        return Stream.of("name", "address").allMatch(field -> line(typed, field).isEmpty())
                ? new ReceiptForm(typed, null, problems(typed, REASON))
                : first(sent, certified);
    }

    /** Of a first receipt of a gift. */
    static ReceiptForm first(MultiValueMap<String, String> sent, boolean certified) {
        AddresseeReader read = AddresseeReader.read(sent, certified);
        Map<String, String> typed = sent.toSingleValueMap();
        return new ReceiptForm(
                typed,
                read.addressee(),
                Stream.concat(read.form().errors().stream(), problems(typed, REASON).stream())
                        .toList());
    }

    private static List<Problem> problems(Map<String, String> typed, String field) {
        String reason = line(typed, field);
        if (reason.isEmpty()) {
            return List.of(Problem.of(field, "receipts.desk.reason.missing"));
        }
        return Typed.length(reason) > LONGEST
                ? List.of(Problem.of(field, "receipts.too-long", LONGEST))
                : List.of();
    }

    private static String line(Map<String, String> typed, String field) {
        return Typed.line(typed.getOrDefault(field, ""));
    }

    /** The same with something wrong that only the books know. */
    ReceiptForm with(Problem problem) {
        return new ReceiptForm(typed, addressee, List.of(problem));
    }

    /** Why; of the one reason that was asked for. */
    String reason() {
        return line(typed, asked());
    }

    /** The field of that reason. */
    String asked() {
        return typed.containsKey(VOID_REASON) ? VOID_REASON : REASON;
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    Form form() {
        return new Form(typed, problems);
    }
}
