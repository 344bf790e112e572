package io.watchfloor.action.manual;

import java.util.List;

import io.watchfloor.action.ManualCommands;
import io.watchfloor.action.ManualForm;
import io.watchfloor.kernel.Risk;
import org.springframework.stereotype.Component;

/** Files, packages, accounts and services of a machine. */
@Component
class FileCommands implements ManualCommands {

	private static final String FILES = "Which files these are is only known where they lie.";

	private static final String MACHINE = "It changes the machine that it is typed on.";

	private static final String SCREEN = "It needs a terminal of its own.";

	private static final List<ManualForm> FORMS = List.of(
			form("rm", "-rfRvid --force --recursive --verbose | P+", "Remove {}", Risk.DESTRUCTIVE, FILES),
			form("rmdir", "-pv | P+", "Remove the folder {}", Risk.REVERSIBLE, FILES),
			form("mkdir", "-pv --parents -m,--mode=W | P+", "Make the folder {}", Risk.REVERSIBLE, FILES),
			form("cp", "-rRafpvundiL --archive --recursive --force --preserve?=W | P P+", "Copy {}", Risk.DISRUPTIVE,
					FILES),
			form("mv", "-fvniu --force | P P+", "Move {}", Risk.DISRUPTIVE, FILES),
			form("ln", "-sfnvr --symbolic --force | P P?", "Link {}", Risk.REVERSIBLE, FILES),
			form("touch", "-acm | P+", "Touch {}", Risk.REVERSIBLE, FILES),
			form("chmod", "-Rv --recursive | T P+", "Set the rights {}", Risk.REVERSIBLE, FILES),
			form("chown", "-Rvh --recursive | W P+", "Give to another owner: {}", Risk.REVERSIBLE, FILES),
			form("chgrp", "-Rvh --recursive | W P+", "Give to another group: {}", Risk.REVERSIBLE, FILES),
			form("scp", "-rpqCv46 -P=N -i=P -o=T+ | P P+", "Copy between machines: {}", Risk.DISRUPTIVE, FILES),
			form("rsync",
					"-avzrhPnu --archive --verbose --compress --progress --delete --dry-run --exclude=T+ -e=T"
							+ " --stats | P P+",
					"Copy, and with --delete remove: {}", Risk.DESTRUCTIVE, FILES),
			form("tar", "-cxzvjJf -C=P -C,--directory=P --exclude=T+ | P+", "Pack or unpack {}", Risk.DISRUPTIVE,
					FILES),
			form("tar", "-C,--directory=P --exclude=T+ | {czf,cvzf,czvf,xzf,xvzf,xzvf,cf,xf,cvf,xvf,cjf,xjf} P P*",
					"Pack or unpack {}", Risk.DISRUPTIVE, FILES),
			form("gzip", "-dkfcv19 --decompress --keep --force --stdout -9 | P+", "Pack or unpack {}", Risk.REVERSIBLE,
					FILES),
			form("gunzip", "-kfcv --keep --force --stdout --to-stdout | P+", "Unpack {}", Risk.REVERSIBLE, FILES),
			form("gunzip", "-c |", "Unpack {}", Risk.REVERSIBLE, FILES),
			form("gzip", "-cd9 |", "Pack or unpack {}", Risk.REVERSIBLE, FILES),
			form("zcat", "-f | P+", "Unpack {}", Risk.READ, FILES), form("cat", "| P+", "Take {}", Risk.READ, FILES),
			form("ls", "-lahtrR1dS | P+", "List {}", Risk.READ, FILES),
			form("find", "stop | P T+", "Search, and do with what is found: {}", Risk.DESTRUCTIVE, FILES),
			form("perf", "stop | {record,script,report,top,stat} T*", "Record what a process does: {}", Risk.READ,
					MACHINE),
			form("trap", "| T W*", "Prepare for the end of the session: {}", Risk.DESTRUCTIVE, SCREEN),
			form("cat", "|", "Write a file {}", Risk.DISRUPTIVE, FILES),
			form("head", "-n,--lines=Z -c,--bytes=Z NUM | P+", "Take the start of {}", Risk.READ, FILES),
			form("base64", "-dD -w=N --decode | P?", "Translate {}", Risk.READ, "What is in it may be a secret."),
			form("gpg", "-ce -r,--recipient=W --encrypt --decrypt --symmetric --batch --yes -o,--output=P | P?",
					"Encrypt or decrypt {}", Risk.REVERSIBLE, "It works with keys of a person."),
			form("unzip", "-oqnl -d=P | P", "Unpack {}", Risk.DISRUPTIVE, FILES),
			form("split", "-a=N -b=Z -l=N -d | P W?", "Split {}", Risk.REVERSIBLE, FILES),
			form("tee", "-a --append | P", "Write to {}", Risk.DISRUPTIVE, FILES),
			form("truncate", "-s,--size=Z | P+", "Cut {}", Risk.DESTRUCTIVE, FILES),
			form("cd", "| P?", "Go to the folder {}", Risk.READ, "Where a line is typed is the person's."),
			form("source", "| P", "Take the settings of {}", Risk.DESTRUCTIVE, "They are for the person's own shell."),
			form(".", "| P", "Take the settings of {}", Risk.DESTRUCTIVE, "They are for the person's own shell."),
			form("exit", "| N?", "Leave the session", Risk.READ, SCREEN),
			form("sleep", "| W", "Wait for {}", Risk.READ, "The next step starts when you are ready."),
			form("echo", "-en | T*", "Print {}", Risk.READ, "It only prints a text."),
			form("printf", "| T+", "Print {}", Risk.READ, "It only prints a text."),
			form("export", "| T*", "Set {}", Risk.READ, "It is for the person's own shell."),
			form("unset", "| W+", "Forget {}", Risk.READ, "It is for the person's own shell."),
			form("env", "|", "Show every variable", Risk.READ, "It shows secrets with them."),
			form("printenv", "| W*", "Show variables {}", Risk.READ, "It shows secrets with them."),
			form("vim", "| P*", "Edit {}", Risk.DISRUPTIVE, SCREEN),
			form("vi", "| P*", "Edit {}", Risk.DISRUPTIVE, SCREEN),
			form("nano", "| P*", "Edit {}", Risk.DISRUPTIVE, SCREEN),
			form("less", "-NSR | P+", "Look at {}", Risk.READ, SCREEN),
			form("open", "| P", "Open {} in a browser", Risk.READ, SCREEN),
			form("htop", "|", "Look at the processes", Risk.READ, SCREEN),
			form("telnet", "| H N?", "Talk to {}", Risk.READ, SCREEN),
			form("su", "-l | {-}? W?", "Become the user {}", Risk.DESTRUCTIVE, SCREEN),
			form("ssh", "-i=P -p=N -v -A -L=W -N | W", "Sign in to {}", Risk.DESTRUCTIVE, SCREEN),
			form("crontab", "-e |", "Edit the table of jobs", Risk.DISRUPTIVE, SCREEN),
			form("kill", "-s=W -TERM -9 -15 -HUP -KILL -USR1 -2 | T+", "Send a signal to {}", Risk.DISRUPTIVE,
					"Which process that is is only known at that moment."),
			form("pkill", "-fn -9 -TERM -HUP -KILL --signal=W -u=W | T", "End every process like {}", Risk.DISRUPTIVE,
					"It also ends those that nobody thought of."),
			form("killall", "-9 -TERM -HUP -q | W+", "End every process {}", Risk.DISRUPTIVE,
					"It also ends those that nobody thought of."),
			form("mount", "-a -t=W -o=W | P*", "Mount {}", Risk.REVERSIBLE, MACHINE),
			form("umount", "-fl | P+", "Unmount {}", Risk.DISRUPTIVE, MACHINE),
			form("reboot", "-f |", "Restart the machine", Risk.DISRUPTIVE, MACHINE),
			form("shutdown", "-rhPc | W? T*", "Stop the machine {}", Risk.DISRUPTIVE, MACHINE),
			form("usermod", "-aL -G=W -u=N -g=W | W", "Change the account {}", Risk.REVERSIBLE, MACHINE),
			form("groupmod", "-g=N | W", "Change the group {}", Risk.REVERSIBLE, MACHINE),
			form("useradd", "-mrs -s=P -G=W -d=P | W", "Make the account {}", Risk.REVERSIBLE, MACHINE),
			form("ssh-keygen", "-q -t=W -b=N -C=T -f=P -N=T -R=W |", "Make or change keys", Risk.REVERSIBLE, MACHINE),
			form("ssh-copy-id", "-i=P | W", "Let a key in at {}", Risk.REVERSIBLE, MACHINE),
			form("timedatectl set-ntp", "| W", "Set the time by the network: {}", Risk.REVERSIBLE, MACHINE),
			form("sysctl", "-w | W+", "Set a value of the kernel: {}", Risk.DISRUPTIVE, MACHINE),
			form("ufw", "| {allow,deny,delete,enable,disable,reload} T*", "Change the firewall {}", Risk.DISRUPTIVE,
					MACHINE),
			form("apt-get",
					"-yq --only-upgrade --no-install-recommends | {update,upgrade,install,remove,autoremove,clean,autoclean} W*",
					"Change packages: {}", Risk.DISRUPTIVE, MACHINE),
			form("apt", "-yq | {update,upgrade,install,remove,autoremove,clean} W*", "Change packages: {}",
					Risk.DISRUPTIVE, MACHINE),
			form("yum", "-y | {update,install,remove,clean} W*", "Change packages: {}", Risk.DISRUPTIVE, MACHINE),
			form("apk", "--no-cache | {add,del,update} W*", "Change packages: {}", Risk.DISRUPTIVE, MACHINE),
			form("brew", "--cask | {install,upgrade,uninstall,update,services,tap} W*", "Change packages: {}",
					Risk.REVERSIBLE, MACHINE),
			form("gitlab-ctl", "| {start,stop,restart,reconfigure,hup} W*", "Change GitLab's services: {}",
					Risk.DISRUPTIVE, MACHINE));

	private static ManualForm form(String words, String spec, String does, Risk risk, String reason) {
		return ManualForm.of(words, spec, does, risk, reason);
	}

	@Override
	public List<ManualForm> forms() {
		return FORMS;
	}

}
