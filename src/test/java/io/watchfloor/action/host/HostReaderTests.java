package io.watchfloor.action.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.Lines;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostReaderTests {

	private static final List<String> READS = List.of("df -h", "df -hT /var/log", "du -sh /app/logs/*",
			"du -sh --max-depth=1 /var", "du -h -d 1 /var", "free -m", "uptime", "top -bn1", "top -p 4711", "ps aux",
			"ps -ef", "ps aux --sort=-%mem", "ps -eo pid,ppid,cmd,%mem,%cpu --sort=-%cpu", "vmstat 1 5",
			"iostat -x 1 3", "lscpu", "uname -a", "hostname -f", "date -u", "date +%F", "whoami", "id postgres",
			"ls -la /data/*.db*", "ls -lt /var/log", "cat /etc/hosts", "head -n 20 /var/log/syslog",
			"head -50 /var/log/syslog", "tail -100 /var/log/app.log", "tail -f /var/log/app.log",
			"tail -n 100 -f /var/log/app.log", "wc -l /var/log/app.log", "stat /etc/hosts",
			"grep -i error /var/log/app.log", "grep -E 'a|b' /var/log/app.log", "grep -e a -e b /var/log/app.log",
			"grep -rn TODO /opt/app", "find /var/log -name '*.log' -mtime +30", "find / -xdev -type f -size +1G -ls",
			"journalctl -u nginx -n 50", "journalctl -u app --since '5 minutes ago'", "journalctl -u app -f",
			"journalctl -xeu app", "systemctl status nginx", "systemctl is-active nginx postgresql",
			"systemctl list-units --type=service --state=running", "systemctl --failed", "systemctl",
			"service nginx status", "dmesg -T", "ss -tlnp", "ss -s", "netstat -tlnp", "lsof -i :8080",
			"lsof -iTCP -sTCP:LISTEN -nP", "dig +short example.org", "dig @8.8.8.8 example.org MX",
			"nslookup example.org", "host example.org", "ping -c 5 example.org", "nc -zv db 5432",
			"traceroute example.org", "openssl x509 -in /etc/ssl/a.crt -noout -dates",
			"openssl s_client -connect example.org:443 -servername example.org", "crontab -l", "gzip -t /backup/a.gz",
			"gunzip -t /backup/a.gz", "tar -tzf /backup/a.tgz", "tar tzf /backup/a.tgz",
			"sha256sum -c /backup/SHA256SUMS", "logrotate -d /etc/logrotate.conf", "ip addr", "ip -br a",
			"ip route show", "git status", "git log --oneline -10", "git diff --stat HEAD~1",
			"git tag -l --sort=-version:refname", "git remote -v", "git rev-parse --short HEAD", "git branch -a",
			"terraform state list", "terraform validate", "alembic current", "alembic history --verbose",
			"cosign verify --certificate-identity a@b --certificate-oidc-issuer https://i ghcr.io/o/i:1",
			"trivy image --severity HIGH,CRITICAL --exit-code 1 ghcr.io/o/i:1", "certbot certificates", "nvidia-smi",
			"sysctl vm.swappiness", "getent hosts db", "lsblk -f", "nproc", "python3 --version",
			"openssl s_client -connect h:443 | openssl x509 -noout -dates");

	private final HostReader reader = new HostReader();

	@Test
	void theToolsThatLookAreReads() {
		assertThat(READS).allSatisfy((line) -> {
			Action action = Lines.call(line, this.reader).action();
			assertThat(action.risk()).as(line).isEqualTo(Risk.READ);
		});
	}

	@Test
	void whatAnActionShowsIsReadAsTheSameAction() {
		READS.forEach((line) -> {
			Action action = Lines.call(line, this.reader).action();
			assertThat(Lines.call(action.commandLine(), this.reader).action()).as(line).isEqualTo(action);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "date -s 10:00", "date 10201030", "hostname new", "sysctl vm.swappiness=1",
			"sysctl -w vm.x=1", "ip addr add 10.0.0.1 dev eth0", "ip route flush table main", "ip -b file",
			"ip link set eth0 down", "systemctl isolate rescue.target", "systemctl edit nginx",
			"systemctl daemon-reload now", "dmesg -C", "dmesg -c", "ss -K dst 1.2.3.4", "journalctl --vacuum-size=1G",
			"journalctl --rotate", "crontab", "crontab file", "crontab -r", "tar -xzf /a.tgz", "tar xzf /a.tgz",
			"gzip -k /a", "gunzip -f /a.gz", "git tag v1", "git branch new", "git branch -D old",
			"git remote add o url", "git reflog expire --all", "git log --output=/tmp/x", "git stash",
			"git -c core.pager=x log", "rpm -i a.rpm", "dpkg -i a.deb", "iptables -F", "iptables -A INPUT",
			"find /x -fprintf /tmp/y %p", "find /x -exec rm {} ;", "find /x -ok rm {} ;", "lsof -r", "fuser -k 80/tcp",
			"openssl x509 -in a -signkey b", "openssl s_client -connect a:1 -key /k", "tree -o out", "sar -o out",
			"terraform apply", "terraform plan", "terraform state rm a", "terraform output -json",
			"terraform output db_password", "alembic stamp head", "certbot renew", "logrotate /etc/logrotate.conf",
			"nginx -t", "nginx -s reload", "nc -l 80", "nc host 80", "cat .env", "cat /etc/shadow", "cat ~/.ssh/id_rsa",
			"head /app/.env.production", "grep PASSWORD .env", "cat -", "grep x", "env", "printenv HOME", "kill -9 -1",
			"pkill -f python", "rm -rf /", "echo hello", "cat $FILE", "cat `ls`", "ls > /tmp/x", "LD_PRELOAD=x ls",
			"ls [ab]", "ls {a,b}", "mount /dev/sdb", "ps auxe", "file -C -m x", "nvidia-smi -pm 1", "swapon -a",
			"timedatectl set-time 1", "hostnamectl set-hostname x", "apt install x", "trivy image --output x i",
			"last -f x", "alembic check", "terraform show -json" })
	void whatMayChangeOrShowASecretIsNotARead(String line) {
		assertThat(Lines.read(line, this.reader)).as(line).isNotInstanceOf(Understanding.Understood.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "git push origin main; publishes commits", "terraform apply; destroys infra",
			"alembic stamp head; what the database believes", "certbot renew; new certificates", "rm -rf x; for good",
			"cat /app/.env; holds secrets", "df --foo; flag --foo", "chmod 777 /x; who may read" })
	void theReasonIsPlain(String line, String reason) {
		assertThat(Lines.reason(line, this.reader)).contains(reason);
	}

	@Test
	void anUnknownFlagIsNeverReadPast() {
		Random random = new Random(4711);
		for (String line : READS) {
			List<String> words = new ArrayList<>(List.of(line.split(" ")));
			String flag = Stream.of("--zz-" + random.nextInt(1000), "--no-such=1", "-\u00e4")
				.toList()
				.get(random.nextInt(3));
			words.add(Math.min(words.size(), 1 + random.nextInt(words.size())), flag);
			String fuzzed = String.join(" ", words);
			if (Lines.read(fuzzed, this.reader) instanceof Understanding.Understood<?>(Object call)) {
				assertThat(call.toString()).as(fuzzed).contains(flag);
				assertThat(line).as("takes any text as a value: %s", fuzzed)
					.containsAnyOf("-e ", "-name ", "--since", "'");
			}
		}
	}

}
