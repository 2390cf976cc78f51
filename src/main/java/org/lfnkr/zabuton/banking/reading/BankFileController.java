package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.banking.files.BankFile;
import org.lfnkr.zabuton.banking.files.FileFormat;
import org.lfnkr.zabuton.banking.files.FileReading;
import org.lfnkr.zabuton.banking.files.Reading;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where finance brings a file of a bank, or types what stands on paper. */
@Controller
@Needs(Right.KEEP_BANK)
@RequestMapping("/{lang:en|ja}" + BankController.PATH)
class BankFileController {

    private final BankAccountStore accounts;
    private final FileImports imports;
    private final BankPages pages;
    private final Clock clock;

    BankFileController(
            BankAccountStore accounts, FileImports imports, BankPages pages, Clock clock) {
        this.accounts = accounts;
        this.imports = imports;
        this.pages = pages;
        this.clock = clock;
    }

    /** What a form brings, and where it says what is wrong with it. */
    private record Sent(Map<String, String> typed, String field, byte[] raw, String by) {}

    @PostMapping("/files")
    Mono<Rendering> read(ServerWebExchange exchange, Language language, Principal staff) {
        return exchange.getMultipartData()
                .flatMap(FileForm::read)
                .flatMap(
                        form -> {
                            List<Problem> problems = form.problems();
                            return problems.isEmpty()
                                    ? read(exchange, language, form, staff)
                                    : pages.again(exchange, form.values(), problems);
                        });
    }

    private Mono<Rendering> read(
            ServerWebExchange exchange, Language language, FileForm form, Principal staff) {
        Sent sent = new Sent(form.values(), "file", form.file(), staff.getName());
        return accounts.find(form.account())
                .filter(it -> it.format() != FileFormat.TYPED)
                .flatMap(it -> take(exchange, language, it.id(), sent, reading(it, form.file())))
                .switchIfEmpty(
                        Mono.defer(
                                () -> pages.again(exchange, form.values(), noAccount("account"))));
    }

    private Reading reading(BankAccount account, byte[] file) {
        return account.format() == FileFormat.CSV
                ? FileReading.table(account.columns(), file, today())
                : FileReading.fixed(account.format(), file, today());
    }

    private static List<Problem> noAccount(String field) {
        return List.of(Problem.of(field, "banking.read.account.missing"));
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    @PostMapping("/papers")
    Mono<Rendering> type(ServerWebExchange exchange, Language language, Principal staff) {
        return exchange.getFormData()
                .map(typed -> new PaperForm(typed.toSingleValueMap()))
                .flatMap(
                        form -> {
                            List<Problem> problems = form.problems();
                            return problems.isEmpty()
                                    ? type(exchange, language, form, staff)
                                    : pages.again(exchange, form.typed(), problems);
                        });
    }

    private Mono<Rendering> type(
            ServerWebExchange exchange, Language language, PaperForm form, Principal staff) {
        Sent sent = new Sent(form.typed(), "lines", form.raw(), staff.getName());
        Reading reading = FileReading.typed(form.control(), form.lines(), today());
        return accounts.find(form.account())
                .filter(BankAccount::isTyped)
                .flatMap(it -> take(exchange, language, it.id(), sent, reading))
                .switchIfEmpty(
                        Mono.defer(() -> pages.again(exchange, form.typed(), noAccount("paper"))));
    }

    private Mono<Rendering> take(
            ServerWebExchange exchange,
            Language language,
            UUID account,
            Sent sent,
            Reading reading) {
        return switch (reading) {
            case Reading.Refused why -> refused(exchange, sent, why);
            case Reading.Read(BankFile file) ->
                    imports.take(
                                    new Brought(
                                            UUID.randomUUID(),
                                            account,
                                            sent.raw(),
                                            file,
                                            sent.by()))
                            .flatMap(result -> on(exchange, language, sent, result));
        };
    }

    private Mono<Rendering> refused(ServerWebExchange exchange, Sent sent, Reading.Refused why) {
        Problem problem = new Problem(sent.field(), why.key(), why.arguments());
        return pages.again(exchange, sent.typed(), List.of(problem));
    }

    private Mono<Rendering> on(
            ServerWebExchange exchange, Language language, Sent sent, ReadResult result) {
        String root = "/" + language.tag() + BankController.PATH;
        return switch (result) {
            case ReadResult.Kept kept ->
                    Mono.just(
                            Told.on(
                                    exchange,
                                    root + "/files/" + kept.file(),
                                    KeptFileController.KEPT));
            case ReadResult.NothingNew nothing ->
                    Mono.just(Told.on(exchange, root, "banking.told.nothing"));
            case ReadResult.Refused(Reading.Refused why) -> refused(exchange, sent, why);
        };
    }
}
