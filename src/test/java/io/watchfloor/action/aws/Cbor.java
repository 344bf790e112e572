package io.watchfloor.action.aws;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As much of CBOR as requests hold. */
final class Cbor {

	private static final Object BREAK = new Object();

	private Cbor() {
	}

	static Object read(byte[] bytes) {
		return (bytes.length == 0) ? Map.of() : value(ByteBuffer.wrap(bytes));
	}

	private static Object value(ByteBuffer in) {
		int first = in.get() & 0xff;
		int major = first >> 5;
		int info = first & 31;
		return switch (major) {
			case 0 -> length(in, info);
			case 1 -> -1 - length(in, info);
			case 2, 3 -> text(in, info);
			case 4 -> list(in, info);
			case 5 -> map(in, info);
			case 6 -> {
				length(in, info);
				yield value(in);
			}
			default -> simple(in, info);
		};
	}

	private static Object simple(ByteBuffer in, int info) {
		return switch (info) {
			case 20 -> false;
			case 21 -> true;
			case 26 -> (double) in.getFloat();
			case 27 -> in.getDouble();
			case 31 -> BREAK;
			default -> "null";
		};
	}

	private static long length(ByteBuffer in, int info) {
		return switch (info) {
			case 24 -> in.get() & 0xff;
			case 25 -> in.getShort() & 0xffff;
			case 26 -> in.getInt() & 0xffffffffL;
			case 27 -> in.getLong();
			default -> info;
		};
	}

	private static String text(ByteBuffer in, int info) {
		byte[] bytes = new byte[(int) length(in, info)];
		in.get(bytes);
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static List<Object> list(ByteBuffer in, int info) {
		List<Object> list = new ArrayList<>();
		long count = (info == 31) ? Long.MAX_VALUE : length(in, info);
		for (long i = 0; i < count; i++) {
			Object value = value(in);
			if (value == BREAK) {
				break;
			}
			list.add(value);
		}
		return list;
	}

	private static Map<String, Object> map(ByteBuffer in, int info) {
		Map<String, Object> map = new LinkedHashMap<>();
		long count = (info == 31) ? Long.MAX_VALUE : length(in, info);
		for (long i = 0; i < count; i++) {
			Object key = value(in);
			if (key == BREAK) {
				break;
			}
			map.put(key.toString(), value(in));
		}
		return map;
	}

}
