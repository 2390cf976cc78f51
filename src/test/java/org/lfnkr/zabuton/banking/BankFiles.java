package org.lfnkr.zabuton.banking;

import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens accounts and brings files, as finance does. */
public record BankFiles(Guest staff) {

    private static final Pattern OPTION =
            Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>([^<]*)</option>");

    private static final Pattern ROW = Pattern.compile("/en/desk/bank/rows/([0-9a-f-]{36})\"");

    /**
     * @param format as the form knows it
     * @return its id
     */
    public String open(String format) {
        String label = "Account " + UUID.randomUUID().toString().substring(0, 8);
        staff.get("/en/desk/bank");
        Answer opened = staff.post("/en/desk/bank/accounts", "label", label, "format", format);
        Matcher options = OPTION.matcher(staff.follow(opened).html());
        while (options.find()) {
            if (options.group(2).equals(label)) {
                return options.group(1);
            }
        }
        throw new AssertionError("The account is not there: " + opened.status());
    }

    /** One of which rows are typed from paper. */
    public String openTyped() {
        return open("typed");
    }

    public Answer bring(String account, byte[] file) {
        return staff.bring("/en/desk/bank/files", Map.of("account", account), "file", file);
    }

    /** The address of the row of an account with a sum, as the list has it. */
    public String row(String account, String yen) {
        String list = staff.get("/en/desk/bank/rows?show=all&account=" + account).page();
        for (String row : list.split("<tr")) {
            Matcher found = ROW.matcher(row);
            if (row.contains(">" + yen + "<") && found.find()) {
                return "/en/desk/bank/rows/" + found.group(1);
            }
        }
        throw new AssertionError("No row of " + yen + " in the list");
    }

    /** Says what a row is. */
    public Answer match(String row, String kind, String reference) {
        staff.get(row);
        return staff.postUnasked(row + "/matches", "kind", kind, "reference", reference);
    }
}
