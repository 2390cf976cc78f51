package org.lfnkr.zabuton.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.pictures.BroughtFiles;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

class UploadTests {

    private static final byte[] PDF = "%PDF-1.7 and so on".getBytes(UTF_8);

    @Test
    void takesPapersByWhatIsInThem() {
        for (byte[] file :
                new byte[][] {PDF, BroughtFiles.jpeg(400, 400), BroughtFiles.png(400, 400)}) {
            assertThat(Upload.of(file).refusal(EvidenceKind.INVOICE)).isEmpty();
        }
        assertThat(Upload.of(PDF).type()).isEqualTo(FileType.PDF);
        assertThat(Upload.of(BroughtFiles.png(400, 400)).type()).isEqualTo(FileType.PNG);
    }

    @Test
    void refusesWhatRunsInABrowserAndWhatIsNoPaper() {
        for (String file :
                new String[] {
                    "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
                    "<html><script>alert(1)</script></html>",
                    "  %PDF-1.7",
                    "PK\u0003\u0004"
                }) {
            for (EvidenceKind kind : EvidenceKind.values()) {
                assertThat(Upload.of(file.getBytes(UTF_8)).refusal(kind).isPresent())
                        .as(kind + " " + file)
                        .isEqualTo(kind != EvidenceKind.BANK_FILE);
            }
        }
        assertThat(Upload.of(new byte[0]).refusal(EvidenceKind.BANK_FILE))
                .contains(UploadRefusal.NONE);
    }

    @Test
    void refusesWhatIsTooHeavy() {
        byte[] most = Arrays.copyOf(PDF, Upload.MOST_BYTES);
        byte[] more = Arrays.copyOf(PDF, Upload.MOST_BYTES + 1);

        assertThat(Upload.of(most).refusal(EvidenceKind.PRICE)).isEmpty();
        assertThat(Upload.of(more).refusal(EvidenceKind.PRICE)).contains(UploadRefusal.TOO_HEAVY);
    }

    /** However its use ends. */
    @Test
    void leavesNothingInMemoryOnceItWasUsed() {
        AtomicReference<byte[]> held = new AtomicReference<>();

        Upload.read(
                        brought(),
                        "file",
                        upload -> {
                            held.set(upload.bytes());
                            return Mono.just(upload.sha256());
                        })
                .block();
        assertThat(held.get()).hasSize(PDF.length).containsOnly(0);

        Upload.read(
                        brought(),
                        "file",
                        upload -> {
                            held.set(upload.bytes());
                            return Mono.error(new IllegalStateException());
                        })
                .onErrorComplete()
                .block();
        assertThat(held.get()).hasSize(PDF.length).containsOnly(0);
    }

    @Test
    void takesNoFileForAnEmptyOne() {
        assertThat(
                        Upload.read(
                                        new LinkedMultiValueMap<>(),
                                        "file",
                                        it -> Mono.justOrEmpty(it.refusal(EvidenceKind.GROUND)))
                                .block())
                .isEqualTo(UploadRefusal.NONE);
    }

    private static MultiValueMap<String, Part> brought() {
        MultiValueMap<String, Part> parts = new LinkedMultiValueMap<>();
        parts.add(
                "file",
                new Part() {
                    @Override
                    public String name() {
                        return "file";
                    }

                    @Override
                    public HttpHeaders headers() {
                        return new HttpHeaders();
                    }

                    @Override
                    public Flux<org.springframework.core.io.buffer.DataBuffer> content() {
                        return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(PDF.clone()));
                    }
                });
        return parts;
    }
}
