package io.watchfloor.action.compose;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchfloor.testing.RealServers;

/** A registry that hands out images of one file: what an engine asks when it pulls. */
final class TinyRegistry implements AutoCloseable {

	private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

	private final HttpServer server;

	/** By digest, and manifests by tag too. */
	private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

	TinyRegistry() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/v2/", this::answer);
		this.server.start();
	}

	/** The name of a repository here, as engines write it. */
	String repository(String name) {
		return "127.0.0.1:" + this.server.getAddress().getPort() + "/" + name;
	}

	/** Publishes an image of busybox that a label tells from others; gives its digest. */
	String publish(String tag) throws IOException {
		byte[] layer = layer(Files.readAllBytes(RealServers.optional("busybox", "busybox-static")));
		String diff = keep(layer);
		byte[] config = ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Labels\":{\"version\":\"" + tag
				+ "\"},\"StopSignal\":\"SIGKILL\"},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"" + diff + "\"]}}")
			.getBytes(StandardCharsets.UTF_8);
		String id = keep(config);
		byte[] manifest = ("{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST
				+ "\",\"config\":{\"mediaType\":\"application/vnd.docker.container.image.v1+json\",\"size\":"
				+ config.length + ",\"digest\":\"" + id
				+ "\"},\"layers\":[{\"mediaType\":\"application/vnd.docker.image.rootfs.diff.tar\",\"size\":"
				+ layer.length + ",\"digest\":\"" + diff + "\"}]}")
			.getBytes(StandardCharsets.UTF_8);
		this.kept.put(tag, manifest);
		return keep(manifest);
	}

	private static byte[] layer(byte[] busybox) throws IOException {
		ByteArrayOutputStream tar = new ByteArrayOutputStream();
		tar.write(LiveDocker.header(busybox.length));
		tar.write(busybox);
		tar.write(new byte[(512 - busybox.length % 512) % 512 + 1024]);
		return tar.toByteArray();
	}

	private String keep(byte[] content) {
		try {
			String digest = "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
			this.kept.put(digest, content);
			return digest;
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new AssertionError(impossible);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		byte[] content = path.equals("/v2/") ? "{}".getBytes(StandardCharsets.UTF_8)
				: this.kept.get(path.substring(path.lastIndexOf('/') + 1));
		if (content == null) {
			exchange.sendResponseHeaders(404, -1);
		}
		else {
			exchange.getResponseHeaders()
				.add("Content-Type", path.contains("/manifests/") ? MANIFEST : "application/octet-stream");
			if (path.contains("/manifests/")) {
				exchange.getResponseHeaders().add("Docker-Content-Digest", keep(content));
			}
			boolean head = exchange.getRequestMethod().equals("HEAD");
			if (head) {
				exchange.getResponseHeaders().add("Content-Length", Integer.toString(content.length));
			}
			exchange.sendResponseHeaders(200, head ? -1 : content.length);
			if (!head) {
				exchange.getResponseBody().write(content);
			}
		}
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
