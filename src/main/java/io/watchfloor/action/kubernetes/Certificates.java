package io.watchfloor.action.kubernetes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.watchfloor.kernel.Problem;

/**
 * A certificate with those that signed it, and whether a key belongs to it.
 *
 * @param chain the own one first
 */
record Certificates(List<X509Certificate> chain) {

	private static final byte[] NONCE = "does the key belong to the certificate?".getBytes(StandardCharsets.US_ASCII);

	private static final int SEQUENCE = 0x30;

	/**
	 * Reads PEM.
	 * @throws Problem when it is none
	 */
	static Certificates read(String pem) {
		try {
			List<X509Certificate> chain = new ArrayList<>();
			CertificateFactory.getInstance("X.509")
				.generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
				.forEach((each) -> chain.add((X509Certificate) each));
			if (!chain.isEmpty()) {
				return new Certificates(chain);
			}
		}
		catch (GeneralSecurityException odd) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "tls.crt holds no certificate in PEM.", odd);
		}
		throw new Problem(Problem.Category.NOT_UNDERSTOOD, "tls.crt holds no certificate in PEM.");
	}

	X509Certificate own() {
		return this.chain.getFirst();
	}

	/** Every name it is for, in small letters. */
	Set<String> names() {
		Set<String> names = new TreeSet<>();
		try {
			Collection<List<?>> alternatives = own().getSubjectAlternativeNames();
			if (alternatives != null) {
				alternatives
					.forEach((each) -> names.add(String.valueOf(each.get(1)).toLowerCase(java.util.Locale.ROOT)));
			}
			return names;
		}
		catch (CertificateParsingException odd) {
			return names;
		}
	}

	/** Whether a host is among the names, by itself or by a star. */
	boolean covers(String host) {
		int dot = host.indexOf('.');
		return names().contains(host) || (dot > 0 && names().contains("*" + host.substring(dot)));
	}

	/** In one line: names, from when to when, which number. */
	String words() {
		return String.join(", ", names()) + "; " + own().getNotBefore().toInstant() + " to "
				+ own().getNotAfter().toInstant() + "; serial " + own().getSerialNumber().toString(16);
	}

	/**
	 * Whether a private key in PEM belongs to it: what it signs, the certificate
	 * confirms.
	 */
	boolean match(String keyPem) {
		String algorithm = own().getPublicKey().getAlgorithm();
		try {
			byte[] der = Base64.getMimeDecoder()
				.decode(keyPem.replaceAll("-----[A-Z ]+-----", "").replaceAll("[^A-Za-z0-9+/=]", ""));
			byte[] whole = keyPem.contains("BEGIN PRIVATE KEY") ? der : wrapped(der);
			PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(whole));
			String scheme = switch (algorithm) {
				case "RSA" -> "SHA256withRSA";
				case "EC" -> "SHA256withECDSA";
				default -> algorithm;
			};
			Signature signing = Signature.getInstance(scheme);
			signing.initSign(key);
			signing.update(NONCE);
			byte[] signed = signing.sign();
			Signature checking = Signature.getInstance(scheme);
			checking.initVerify(own().getPublicKey());
			checking.update(NONCE);
			return checking.verify(signed);
		}
		catch (GeneralSecurityException | IllegalArgumentException other) {
			return false;
		}
	}

	/**
	 * A key of an older form (RSA, EC) as PKCS 8: with the algorithm of the certificate.
	 */
	private byte[] wrapped(byte[] der) {
		byte[] info = own().getPublicKey().getEncoded();
		int start = 1 + lengthBytes(info, 1);
		int algorithm = 1 + lengthBytes(info, start + 1) + length(info, start + 1);
		ByteArrayOutputStream inner = new ByteArrayOutputStream();
		inner.writeBytes(new byte[] { 2, 1, 0 });
		inner.write(info, start, algorithm);
		inner.writeBytes(block(4, der));
		return block(SEQUENCE, inner.toByteArray());
	}

	private static int lengthBytes(byte[] der, int at) {
		return (der[at] & 0x80) == 0 ? 1 : 1 + (der[at] & 0x7f);
	}

	private static int length(byte[] der, int at) {
		if ((der[at] & 0x80) == 0) {
			return der[at];
		}
		int length = 0;
		for (int i = 1; i <= (der[at] & 0x7f); i++) {
			length = (length << 8) | (der[at + i] & 0xff);
		}
		return length;
	}

	private static byte[] block(int tag, byte[] content) {
		ByteArrayOutputStream block = new ByteArrayOutputStream();
		block.write(tag);
		if (content.length < 128) {
			block.write(content.length);
		}
		else {
			block.writeBytes(new byte[] { (byte) 0x83, (byte) (content.length >> 16), (byte) (content.length >> 8),
					(byte) content.length });
		}
		block.writeBytes(content);
		return block.toByteArray();
	}

}
