package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.papers.Papers;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Shows members all that is kept about them, and gives it to them to take away. */
@Controller
@RequestMapping("/{lang:en|ja}/me/data")
class DataController {

    private static final List<String> TOLD =
            Stream.of("named", "changed", "merged").map("supporters.data.said."::concat).toList();

    private final MyData data;
    private final DataWords words;
    private final Papers papers;
    private final JsonMapper json;

    DataController(MyData data, DataWords words, Papers papers, JsonMapper json) {
        this.data = data;
        this.words = words;
        this.papers = papers;
        this.json = json;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Language language, Member member) {
        return data.of(member)
                .map(parts -> words.chapters(parts, language))
                .map(
                        chapters ->
                                Page.of("supporters/data")
                                        .with("chapters", chapters)
                                        .with("told", Told.take(exchange, TOLD))
                                        .rendering());
    }

    @GetMapping("/copy.json")
    Mono<ResponseEntity<byte[]>> file(Member member) {
        return data.of(member)
                .map(words::plain)
                .map(json.writerWithDefaultPrettyPrinter()::writeValueAsBytes)
                .map(bytes -> answer(bytes, MediaType.APPLICATION_JSON, "zabuton.json"));
    }

    @GetMapping("/copy.pdf")
    Mono<ResponseEntity<byte[]>> paper(Language language, Member member) {
        return data.of(member)
                .map(parts -> words.chapters(parts, language))
                .flatMap(
                        chapters ->
                                papers.pdf(
                                        "supporters/papers/data",
                                        Map.of("chapters", chapters),
                                        language))
                .map(bytes -> answer(bytes, MediaType.APPLICATION_PDF, "zabuton.pdf"));
    }

    private static ResponseEntity<byte[]> answer(byte[] bytes, MediaType type, String name) {
        ContentDisposition file = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(bytes);
    }
}
