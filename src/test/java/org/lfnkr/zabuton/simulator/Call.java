package org.lfnkr.zabuton.simulator;

import java.util.List;

/**
 * A request to one endpoint. {@code id} is the object named in its path, empty where there is none.
 */
record Call(String endpoint, String path, String id, Params params) {

    List<String> expand() {
        return params.texts("expand");
    }
}
