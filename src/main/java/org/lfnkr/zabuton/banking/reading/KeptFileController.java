package org.lfnkr.zabuton.banking.reading;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.reveals.Matter;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;

/** Where staff see a file that was read, and open it with a reason. */
@Controller
@Needs(Right.SEE_BOOKS)
@RequestMapping("/{lang:en|ja}" + BankController.PATH + "/files/{file}")
class KeptFileController {

    static final String KEPT = "banking.told.kept";

    private final BankFileStore files;
    private final Reveals reveals;

    KeptFileController(BankFileStore files, Reveals reveals) {
        this.files = files;
        this.reveals = reveals;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            @PathVariable String file,
            @AuthenticationPrincipal Colleague reader) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, List.of(KEPT));
        return files.find(Slice.id(file))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .zipWhen(it -> reveals.of(new Matter(MaskedFiles.KIND, it.id()), reader))
                .map(
                        both ->
                                Page.of("banking/file")
                                        .with("file", both.getT1())
                                        .with("revealed", both.getT2())
                                        .with("told", told)
                                        .rendering());
    }
}
