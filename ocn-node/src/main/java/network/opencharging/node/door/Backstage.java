package network.opencharging.node.door;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;

import java.net.InetSocketAddress;
import java.util.Set;

/**
 * The server behind the entrance that answers what is not passed on: versions, credentials, the
 * admin's API. It listens on this machine only.
 */
public final class Backstage {
    private static final int CONNECT_MILLIS = 5000;

    /** Header in which that server is told the visitor's address; nobody else can set it. */
    public static final String VISITOR = "X-OCN-Visitor";

    private final InetSocketAddress address;
    private final Set<String> modules;

    /**
     * A server.
     *
     * @param address where it listens
     * @param modules those that it serves at addresses that look like those of the doors
     */
    public Backstage(InetSocketAddress address, Set<String> modules) {
        this.address = address;
        this.modules = Set.copyOf(modules);
    }

    /** Whether a request for this path is for the doors. */
    boolean leavesToDoors(String path) {
        if (path.equals(Doors.OF_NODES) || PlatformReception.isVersions(path)) {
            return true;
        }
        if (!path.startsWith("/ocpi/")) {
            return false;
        }
        int second = path.indexOf('/', 6);
        if (second < 0) {
            return false;
        }
        String first = path.substring(6, second);
        int third = path.indexOf('/', second + 1);
        String next = path.substring(second + 1, third < 0 ? path.length() : third);
        boolean sided = isSide(first) || first.equals("custom") || isSide(next);
        return sided && !modules.contains(module(path, third));
    }

    private static boolean isSide(String segment) {
        return segment.equals("sender") || segment.equals("receiver");
    }

    private static String module(String path, int before) {
        if (before < 0) {
            return "";
        }
        int end = path.indexOf('/', before + 1);
        return path.substring(before + 1, end < 0 ? path.length() : end);
    }

    /** Begins to hand a request over. */
    Handover handOver(Visit visit, ChannelHandlerContext visitor) {
        Handover handover = new Handover(visit, visitor);
        new Bootstrap()
                .group(visitor.channel().eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(handover.far())
                .connect(address)
                .addListener(handover::connected);
        return handover;
    }
}
