package freshlegs.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.folder.Instance;
import freshlegs.app.setting.Setting;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ports at which the program listens: each setting that ends in -port, with its host beside it. */
final class Ports {
    private static final String PORT = "-port";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Ports() {}

    static List<Finding> free(Site site) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Setting<?> setting : Setting.all()) {
            if (setting.name().endsWith(PORT) && site.settings().get(setting) instanceof Integer port) {
                findings.add(look(site, setting, port));
            }
        }
        return findings;
    }

    private static Finding look(Site site, Setting<?> setting, int port) throws InterruptedException {
        String area = setting.name().substring(0, setting.name().length() - PORT.length());
        if (port == 0) {
            return Finding.ok("The port of the " + area + " is whichever is free.");
        }
        String host = host(site, area);
        if (!isHere(host)) {
            return Finding.warning(
                    "The host of the " + area + ", " + host + ", is no address of this machine.",
                    "run this where the " + area + " runs, or set FRESHLEGS_" + area.toUpperCase(Locale.ROOT)
                            + "_HOST to an address of this machine");
        }
        if (isFree(host, port)) {
            return Finding.ok("Port " + port + " of the " + area + " is free.");
        }
        if (isAnnounced(site, port) || isOurs(host, port)) {
            return Finding.ok("Port " + port + " of the " + area + " is ours.");
        }
        return Finding.problem(
                "Port " + port + " of the " + area + " is taken by another program.",
                "end that program, or set " + setting.variable() + " to another port");
    }

    private static String host(Site site, String area) {
        return Setting.all().stream()
                .filter(setting -> setting.name().equals(area + "-host"))
                .map(setting -> String.valueOf(site.settings().get(setting)))
                .findFirst()
                .orElse("127.0.0.1");
    }

    private static boolean isHere(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isAnnounced(Site site, int port) {
        return site.isHeld()
                && site.announced().stream().flatMap(Ports::addresses).anyMatch(address -> address.getPort() == port);
    }

    private static Stream<URI> addresses(Instance instance) {
        return Stream.of(instance.console(), instance.intake()).flatMap(Optional::stream);
    }

    /** Whether what listens there answers as every part of ours does. */
    private static boolean isOurs(String host, int port) throws InterruptedException {
        String named = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + named + ":" + port + "/healthz"))
                    .timeout(PATIENCE)
                    .build();
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            JsonNode health =
                    Json.read(client.send(request, BodyHandlers.ofString()).body(), JsonNode.class);
            return health.has("status") || health.has("checks");
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return false;
        }
    }
}
