package freshlegs.coach.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks a host up and hands over what was looked up, so that the address that was checked is the one that is connected to
 * whatever the name says a moment later. One address that is not allowed refuses the host.
 */
final class Lookup implements SocketAddressResolver {
    /** Names to addresses; the system's own unless told otherwise. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final Names names;
    private final Reachable reachable;

    Lookup(Names names, Reachable reachable) {
        this.names = names;
        this.reachable = reachable;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        try {
            promise.succeeded(Stream.of(allowed(host))
                    .map(address -> new InetSocketAddress(address, port))
                    .toList());
        } catch (IOException e) {
            promise.failed(e);
        }
    }

    /**
     * All addresses of a host.
     *
     * @throws IOException if one of them is not allowed, or nobody knows the host
     */
    InetAddress[] allowed(String host) throws IOException {
        InetAddress[] found = names.of(host);
        if (found.length == 0 || !Stream.of(found).allMatch(reachable::allows)) {
            throw new NotAllowed();
        }
        return found;
    }
}
