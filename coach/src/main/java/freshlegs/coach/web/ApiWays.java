package freshlegs.coach.web;

import freshlegs.coach.access.Right;
import freshlegs.coach.api.Spoken;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gate for addresses of the API: each is told to programs with what it takes and gives. */
final class ApiWays {
    static final String ROOT = "/api/v1";

    private final Gate gate;
    private final List<Spoken> spoken = new ArrayList<>();

    ApiWays(Gate gate) {
        this.gate = gate;
    }

    void open(HandlerType method, String path, Spoken way, Handler handler) {
        gate.open(method, ROOT + path, handler);
        spoken.add(way.at(method.name(), ROOT + path, true, Optional.empty()));
    }

    void visitor(HandlerType method, String path, Spoken way, Handler handler) {
        gate.visitor(method, ROOT + path, handler);
        spoken.add(way.at(method.name(), ROOT + path, false, Optional.empty()));
    }

    void athlete(HandlerType method, String path, Right right, Spoken way, Handler handler) {
        gate.athlete(method, ROOT + path, right, handler);
        spoken.add(way.at(method.name(), ROOT + path, false, Optional.of(right)));
    }

    void alert(HandlerType method, String path, Right right, Spoken way, Handler handler) {
        gate.episode(method, ROOT + path, right, handler);
        spoken.add(way.at(method.name(), ROOT + path, false, Optional.of(right)));
    }

    List<Spoken> spoken() {
        return List.copyOf(spoken);
    }

    /** Addresses below the root that nobody has told what they take and give. */
    List<String> unspoken() {
        List<String> known =
                spoken.stream().map(way -> way.method() + " " + way.path()).toList();
        return gate.ways().stream()
                .map(way -> way.method().name() + " " + way.path())
                .filter(way -> way.contains(" " + ROOT + "/") && !known.contains(way))
                .toList();
    }
}
