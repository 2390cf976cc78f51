package org.lfnkr.zabuton.banking.reading;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;

/** Where staff see accounts at banks and the files that were read of them, and open an account. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + BankController.PATH)
class BankController {

    static final String PATH = "/desk/bank";

    private static final String OPENED = "banking.told.opened";

    private static final String NOTED = "banking.told.noted-before";
    private static final String NOT_NOTED = "banking.told.not-noted";

    /** All that may be told on it. */
    static final List<String> TOLD = List.of(OPENED, "banking.told.nothing", NOTED, NOT_NOTED);

    private final BankPages pages;
    private final BankAccounts accounts;
    private final NotedEarlier noted;

    BankController(BankPages pages, BankAccounts accounts, NotedEarlier noted) {
        this.pages = pages;
        this.accounts = accounts;
        this.noted = noted;
    }

    /**
     * @param after the file that stood last on the page before
     */
    @InMenu(value = DeskEntry.MONEY, title = "banking.title", place = 22)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @RequestParam(defaultValue = "") String after) {
        String told = Told.take(exchange, TOLD);
        return pages.page(Slice.id(after), AccountForm.fresh().shown(List.of()))
                .map(page -> page.with("told", told).rendering());
    }

    @Needs(Right.KEEP_BANK)
    @PostMapping("/accounts")
    Mono<Rendering> open(ServerWebExchange exchange, Language language, Principal staff) {
        return exchange.getFormData()
                .map(typed -> new AccountForm(typed.toSingleValueMap()))
                .flatMap(form -> open(exchange, language, form, staff));
    }

    private Mono<Rendering> open(
            ServerWebExchange exchange, Language language, AccountForm form, Principal staff) {
        List<Problem> problems = form.problems();
        return problems.isEmpty()
                ? accounts.open(form.account(), staff.getName())
                        .flatMap(
                                done ->
                                        done
                                                ? opened(exchange, language)
                                                : pages.again(exchange, form.typed(), taken()))
                : pages.again(exchange, form.typed(), problems);
    }

    /**
     * @param source of the entry that somebody noted
     */
    record NotedForm(@Nullable String source) {

        String entry() {
            return source == null ? "" : source;
        }
    }

    @Needs(Right.KEEP_BANK)
    @PostMapping("/accounts/{account}/notes")
    Mono<Rendering> note(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String account,
            NotedForm form,
            Principal staff) {
        return noted.say(form.entry(), Slice.id(account), staff.getName())
                .map(
                        said ->
                                Told.on(
                                        exchange,
                                        "/" + language.tag() + PATH,
                                        said ? NOTED : NOT_NOTED));
    }

    private static Mono<Rendering> opened(ServerWebExchange exchange, Language language) {
        String path = "/" + language.tag() + PATH;
        return Mono.fromSupplier(() -> Told.on(exchange, path, OPENED));
    }

    private static List<Problem> taken() {
        return List.of(Problem.of("label", "banking.account.label.taken"));
    }
}
