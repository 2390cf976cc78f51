package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.files.FileFormat;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Gathers what the page of accounts and files shows. */
@Component
class BankPages {

    private static final UUID BEGIN = new UUID(0, 0);

    private final BankAccountStore accounts;
    private final BankFileStore files;
    private final NotedEarlier noted;

    BankPages(BankAccountStore accounts, BankFileStore files, NotedEarlier noted) {
        this.accounts = accounts;
        this.files = files;
        this.noted = noted;
    }

    /** A choice of a form. */
    record Option(String value, String label) {}

    /**
     * @param after the file that stood last on the page before; any other id begins
     */
    Mono<Page> page(UUID after, Form form) {
        return Mono.zip(
                        accounts.all().collectList(),
                        files.list(after).collectList().map(Slice::of),
                        noted.open().collectList())
                .map(
                        both ->
                                page(both.getT1(), form)
                                        .with("files", both.getT2())
                                        .with("noted", both.getT3())
                                        .with("begun", after.equals(BEGIN)));
    }

    private static Page page(List<BankAccount> known, Form form) {
        return Page.of("banking/bank")
                .with("accounts", known)
                .with("brought", options(known, it -> !it.isTyped()))
                .with("typed", options(known, BankAccount::isTyped))
                .with("formats", FileFormat.values())
                .with("form", form);
    }

    private static List<Option> options(List<BankAccount> known, Predicate<BankAccount> wanted) {
        return known.stream()
                .filter(wanted)
                .map(it -> new Option(it.id().toString(), it.label()))
                .toList();
    }

    /** The page once more with what was typed and what is wrong with it. */
    Mono<Rendering> again(
            ServerWebExchange exchange, Map<String, String> typed, List<Problem> problems) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        Map<String, String> values = new HashMap<>(AccountForm.fresh().typed());
        values.putAll(typed);
        return page(BEGIN, new Form(values, problems)).map(Page::rendering);
    }
}
