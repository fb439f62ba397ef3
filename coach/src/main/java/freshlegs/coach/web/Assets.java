package freshlegs.coach.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.CRC32;

/** The few files pages need, held in memory under fixed names; their addresses change with their content. */
final class Assets {
    private static final String OURS = "/freshlegs/coach/assets/";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String MANIFEST = "application/manifest+json; charset=utf-8";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Map<String, Asset> byName = new HashMap<>();

    private record Asset(String text, String type, String version) {}

    Assets() {
        String chart = "/META-INF/resources/webjars/uplot/" + chartVersion() + "/dist/";
        put("coach.css", CSS, OURS + "coach.css");
        put("calendar.css", CSS, OURS + "calendar.css");
        put("calendar.js", JAVASCRIPT, OURS + "calendar.js");
        put("access.css", CSS, OURS + "access.css");
        put("review.css", CSS, OURS + "review.css");
        put("alerts.css", CSS, OURS + "alerts.css");
        put("board.css", CSS, OURS + "board.css");
        put("board.js", JAVASCRIPT, OURS + "board.js");
        put("activity.css", CSS, OURS + "activity.css");
        put("activity.js", JAVASCRIPT, OURS + "activity.js");
        put("day.css", CSS, OURS + "day.css");
        put("charts.css", CSS, OURS + "charts.css");
        put("charts.js", JAVASCRIPT, OURS + "charts.js");
        put("drop.js", JAVASCRIPT, OURS + "drop.js");
        put("watch.css", CSS, OURS + "watch.css");
        put("watch.js", JAVASCRIPT, OURS + "watch.js");
        put("plot.js", JAVASCRIPT, OURS + "plot.js");
        put("day.js", JAVASCRIPT, OURS + "day.js");
        put("forget.js", JAVASCRIPT, OURS + "forget.js");
        put("icon.svg", "image/svg+xml; charset=utf-8", OURS + "icon.svg");
        put("push.js", JAVASCRIPT, OURS + "push.js");
        put("uplot.css", CSS, chart + "uPlot.min.css");
        put("uplot.js", JAVASCRIPT, chart + "uPlot.iife.min.js");
    }

    /** The address pages should use. */
    String address(String name) {
        return "/assets/" + name + "?v=" + find(name).orElseThrow().version();
    }

    private void serve(Context request) {
        String name = request.pathParam("name");
        Asset asset = find(name).orElseThrow(() -> Problem.notFound("There is no such file.", "Go back to the squad."));
        request.contentType(asset.type());
        request.header("Cache-Control", FOR_EVER);
        request.result(asset.text());
    }

    /** What a browser keeps for later, and under which name a phone keeps us; both know the other files by their versions. */
    void addTo(Gate gate) {
        String worker = text(read(OURS + "sw.js")).replace("@VERSION@", version());
        gate.open(HandlerType.GET, "/sw.js", request -> request.contentType(JAVASCRIPT)
                .result(worker));
        String manifest = text(read(OURS + "manifest.webmanifest")).replace("@ICON@", address("icon.svg"));
        gate.open(HandlerType.GET, "/manifest.webmanifest", request -> request.contentType(MANIFEST)
                .result(manifest));
        gate.open(HandlerType.GET, "/assets/{name}", this::serve);
    }

    /** Of all files together. */
    private String version() {
        CRC32 checksum = new CRC32();
        byName.entrySet().stream()
                .map(file -> file.getKey() + file.getValue().version())
                .sorted()
                .forEach(file -> checksum.update(file.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().toHexDigits(checksum.getValue(), 8);
    }

    private Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private void put(String name, String type, String resource) {
        byte[] bytes = read(resource);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        byName.put(name, new Asset(text(bytes), type, HexFormat.of().toHexDigits(checksum.getValue(), 8)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String chartVersion() {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the chart library is not readable", e);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is not readable", e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is missing from the class path");
        }
        return in;
    }
}
