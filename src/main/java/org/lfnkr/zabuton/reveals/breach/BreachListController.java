package org.lfnkr.zabuton.reveals.breach;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.web.Csv;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;

/** Hands out the list of those whom a breach affects: an act, since it leaves a trace for each. */
@Controller
@Needs(Right.HANDLE_BREACHES)
@RequestMapping("/{lang:en|ja}/desk/breaches/{breach}/lists")
class BreachListController {

    private final Breaches breaches;
    private final Messages messages;

    BreachListController(Breaches breaches, Messages messages) {
        this.breaches = breaches;
        this.messages = messages;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> list(
            Language language, @PathVariable String breach, Principal staff) {
        return breaches.find(Slice.id(breach))
                .flatMap(it -> breaches.list(it, Colleague.of(staff)))
                .map(people -> file(people, language))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private ResponseEntity<byte[]> file(List<Recipient> people, Language language) {
        Csv csv =
                Csv.of(
                        Stream.of("person.data.name", "person.data.email")
                                .map(key -> messages.text(key, language))
                                .toList());
        people.forEach(person -> csv.row(person.name(), person.email().value()));
        return csv.answer("affected.csv");
    }
}
