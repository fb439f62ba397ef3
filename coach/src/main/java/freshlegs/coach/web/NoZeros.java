package freshlegs.coach.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Refuses a request with a zero character in what it says, which nobody types and no table keeps. */
final class NoZeros {
    private static final String ZERO = "\u0000";
    private static final String ZERO_IN_JSON = "\\u0000";

    private NoZeros() {}

    static void check(Context request) {
        if (said(request).anyMatch(text -> text.contains(ZERO))
                || (isJson(request) && request.body().contains(ZERO_IN_JSON))) {
            throw Problem.badRequest(
                    "There is a zero character in it, which is no text.",
                    "Type it again by hand instead of pasting it.");
        }
    }

    private static Stream<String> said(Context request) {
        Stream<String> address = Stream.concat(request.pathParamMap().values().stream(), all(request.queryParamMap()));
        return isForm(request) ? Stream.concat(address, all(request.formParamMap())) : address;
    }

    private static Stream<String> all(Map<String, List<String>> said) {
        return said.values().stream().flatMap(Collection::stream);
    }

    private static boolean isJson(Context request) {
        return request.method().equals(HandlerType.POST) && request.path().startsWith(ApiWays.ROOT);
    }

    private static boolean isForm(Context request) {
        return request.method().equals(HandlerType.POST) && !isJson(request);
    }
}
