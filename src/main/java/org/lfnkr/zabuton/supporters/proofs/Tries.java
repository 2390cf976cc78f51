package org.lfnkr.zabuton.supporters.proofs;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Counts what people try, so that nobody tries too often, on whichever node. It knows them by keyed
 * fingerprints that are made anew each day and deleted afterwards: no network address is stored.
 *
 * <p>Never within a transaction that may fail: the count would be undone with it.
 */
@Component
public class Tries {

    /** A household has one of these; a single host can change the rest at will. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;

    Tries(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Counts one try.
     *
     * @param kind of what is tried
     * @param who a fingerprint of 32 bytes
     * @param most how many are allowed in a window
     * @param window from whose last end to its next one is counted
     * @return whether this one is among those allowed
     */
    public Mono<Boolean> allow(String kind, byte[] who, int most, Duration window) {
        return database.sql(
                        """
                        insert into supporters.tries as known (kind, who, ends_at, count)
                        values (:kind, :who, :end, 1)
                        on conflict (kind, who, ends_at) do update set count = known.count + 1
                        returning count
                        """)
                .bind("kind", kind)
                .bind("who", who)
                .bind("end", end(window))
                .mapValue(Integer.class)
                .one()
                .map(count -> count <= most);
    }

    private Instant end(Duration window) {
        long length = window.toSeconds();
        long now = clock.instant().getEpochSecond();
        return Instant.ofEpochSecond((now / length + 1) * length);
    }

    /** The fingerprint, today, of where a request comes from: the sender's network address. */
    public byte[] sender(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        String from = remote == null ? "" : network(remote.getAddress());
        return vault.blindIndex("supporters.sender/" + BusinessDate.of(clock.instant()), from);
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] network =
                address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes;
        return HexFormat.of().formatHex(Objects.requireNonNull(network));
    }

    Mono<Void> forget(List<byte[]> who) {
        return database.sql(
                        """
                        delete from supporters.tries
                         where who = any (select decode(candidate, 'hex') from unnest(cast(:who as text[])) as candidate)
                        """)
                .bind("who", who.stream().map(HexFormat.of()::formatHex).toArray(String[]::new))
                .then();
    }

    public Mono<Long> sweep() {
        return Mono.defer(
                () ->
                        database.sql("delete from supporters.tries where ends_at <= :now")
                                .bind("now", clock.instant())
                                .fetch()
                                .rowsUpdated());
    }
}
