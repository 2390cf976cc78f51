package org.lfnkr.zabuton.simulator;

/** Everything under the simulator's address: the API and the pages. */
record Site(Api api) {

    Reply answer(Request request) {
        return request.path().startsWith("/v1/")
                ? api.answer(request)
                : Reply.html(404, "Nothing here");
    }
}
