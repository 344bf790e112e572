package io.watchfloor.action.aws;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.xml.parsers.DocumentBuilderFactory;

import com.sun.net.httpserver.HttpExchange;
import org.w3c.dom.Node;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request without what differs between two faithful clients: how it is signed, tokens
 * made up for the call, the order of names, how numbers are written.
 *
 * @param operation the API's name of the call, or method and path where the path names it
 * @param parameters all others
 */
record Wire(String operation, Object parameters) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Wire of(HttpExchange exchange, byte[] body) {
		String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
		String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
		String path = exchange.getRequestURI().getRawPath();
		if (path.matches("/service/.*/operation/.*")) {
			return new Wire(path.replaceFirst(".*/", ""), flat(Cbor.read(body)));
		}
		String text = new String(body, StandardCharsets.UTF_8);
		if (target != null) {
			Object tree = JSON.readValue(text, Object.class);
			return new Wire(target.replaceFirst(".*\\.", ""), target.startsWith("Granite") ? flat(tree) : steady(tree));
		}
		if (type.startsWith("application/x-www-form-urlencoded")) {
			Map<String, Object> form = form(text);
			form.remove("Version");
			return new Wire(String.valueOf(form.remove("Action")), flat(form));
		}
		Map<String, Object> parameters = new TreeMap<>();
		form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""))
			.forEach((name, value) -> parameters.put("?" + name, value));
		parameters.remove("?encoding-type");
		exchange.getRequestHeaders().forEach((name, values) -> {
			String lower = name.toLowerCase(java.util.Locale.ROOT);
			if (lower.startsWith("x-amz-") && !lower.matches(
					"x-amz-(date|content-sha256|security-token|sdk-.*|checksum-.*|trailer|user-agent|te|decoded-content-length)")) {
				parameters.put(lower, values.getFirst());
			}
		});
		if (text.startsWith("<")) {
			parameters.put("body", xml(body));
		}
		else if (text.startsWith("{")) {
			parameters.put("body", JSON.readValue(text, Object.class));
		}
		else if (!text.isEmpty()) {
			parameters.put("body", text);
		}
		return new Wire(exchange.getRequestMethod() + " " + decode(path), steady(parameters));
	}

	/**
	 * CloudWatch speaks JSON to one client and forms to the other: everything as a form.
	 */
	private static Map<String, Object> flat(Object tree) {
		Map<String, Object> form = new TreeMap<>();
		flatten("", tree, form);
		return form;
	}

	private static void flatten(String path, Object value, Map<String, Object> form) {
		switch (value) {
			case Map<?, ?> map ->
				map.forEach((name, each) -> flatten(path.isEmpty() ? name.toString() : path + "." + name, each, form));
			case List<?> list -> {
				for (int i = 0; i < list.size(); i++) {
					flatten(path + ".member." + (i + 1), list.get(i), form);
				}
			}
			case Number number when path.matches(".*(Time|Timestamp|Date)") ->
				form.put(path, java.time.Instant.ofEpochSecond(number.longValue()).toString());
			case Object scalar -> {
				String text = scalar.toString();
				form.put(path, text.matches("-?[0-9]{1,15}(\\.[0-9]+)?") ? Double.valueOf(text) : steady(text));
			}
		}
	}

	private static Map<String, Object> form(String text) {
		Map<String, Object> form = new TreeMap<>();
		for (String pair : List.of(text.split("&", -1))) {
			int equals = pair.indexOf('=');
			if (!pair.isEmpty()) {
				form.put(decode((equals < 0) ? pair : pair.substring(0, equals)),
						(equals < 0) ? "" : decode(pair.substring(equals + 1)));
			}
		}
		return form;
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static Object xml(byte[] body) {
		try {
			Node root = DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(new ByteArrayInputStream(body))
				.getDocumentElement();
			return Map.of(root.getLocalName() == null ? root.getNodeName() : root.getLocalName(), children(root));
		}
		catch (Exception broken) {
			throw new IllegalStateException(broken);
		}
	}

	private static Object children(Node node) {
		Map<String, List<Object>> children = new TreeMap<>();
		for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child.getNodeType() == Node.ELEMENT_NODE) {
				children.computeIfAbsent(child.getNodeName(), (_) -> new ArrayList<>()).add(children(child));
			}
		}
		return children.isEmpty() ? node.getTextContent() : children;
	}

	/** Numbers as decimals, made-up tokens as one word. */
	private static Object steady(Object value) {
		return switch (value) {
			case Map<?, ?> map -> {
				Map<String, Object> steady = new TreeMap<>();
				map.forEach((name, each) -> {
					if (each != null) {
						steady.put(name.toString(), steady(each));
					}
				});
				yield steady;
			}
			case List<?> list -> list.stream().map(Wire::steady).toList();
			case Number number -> number.doubleValue();
			case String text -> text(text);
			default -> value;
		};
	}

	private static Object text(String text) {
		if (text.matches("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")) {
			return "a token";
		}
		if (text.matches("-?[0-9]+\\.[0-9]+([eE][-+]?[0-9]+)?")) {
			return Double.valueOf(text);
		}
		return text.replaceFirst("(T[0-9:]{8})(\\.0+)?(Z|\\+00:00)$", "$1Z");
	}

}
