package org.lfnkr.zabuton.receipts.web;

import org.lfnkr.zabuton.papers.Glyphs;
import org.lfnkr.zabuton.receipts.Addressee;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads who a receipt shall be made out to. */
public record AddresseeReader(Addressee addressee, Form form) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 200;

    /**
     * @param certified whether the receipt serves a tax office, which wants the giver's address
     */
    public static AddresseeReader read(MultiValueMap<String, String> typed, boolean certified) {
        Map<String, String> values = typed.toSingleValueMap();
        String name = Typed.line(values.getOrDefault("name", ""));
        String address = Typed.line(values.getOrDefault("address", ""));
        return new AddresseeReader(
                new Addressee(name, values.containsKey("group"), address),
                new Form(values, problems(name, address, certified)));
    }

    private static List<Problem> problems(String name, String address, boolean certified) {
        List<Problem> problems = new ArrayList<>();
        if (name.isEmpty()) {
            problems.add(Problem.of("name", "receipts.name.missing"));
        } else if (Typed.length(name) > LONGEST_NAME) {
            problems.add(Problem.of("name", "receipts.too-long", LONGEST_NAME));
        }
        if (address.isEmpty() && certified) {
            problems.add(Problem.of("address", "receipts.address.missing"));
        } else if (Typed.length(address) > LONGEST_ADDRESS) {
            problems.add(Problem.of("address", "receipts.too-long", LONGEST_ADDRESS));
        }
        Glyphs.problem("name", name).ifPresent(problems::add);
        Glyphs.problem("address", address).ifPresent(problems::add);
        return problems;
    }
}
