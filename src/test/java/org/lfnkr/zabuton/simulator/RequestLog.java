package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** The API calls that came in, the last thousand of them. */
final class RequestLog {

    private static final int MOST = 1000;

    private final List<RecordedRequest> requests = new ArrayList<>();
    private long count;

    synchronized void add(Request request, Reply reply) {
        requests.add(
                new RecordedRequest(
                        request.method(),
                        request.path(),
                        params(request),
                        request.headers(),
                        reply.status()));
        count++;
        if (requests.size() > MOST) {
            requests.removeFirst();
        }
    }

    synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    synchronized long count() {
        return count;
    }

    synchronized List<RecordedRequest> since(long earlier) {
        int kept = requests.size();
        if (count - earlier > kept) {
            throw new IllegalStateException("Some of these calls are not kept any more");
        }
        return List.copyOf(requests.subList(kept - (int) (count - earlier), kept));
    }

    private static ObjectNode params(Request request) {
        try {
            return Form.decode(request.encoded());
        } catch (StripeError malformed) {
            return Json.object();
        }
    }
}
