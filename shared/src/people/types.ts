// Who may act: a person has one role and one area, and sees and does what the role allows there and below (brief §3.2).

/** 旁观者, 市民, 监督员, 受理员, 派遣员, 处置单位, 核查员, 值班长, 督办员, 网格长, 居村干部, 指挥长, 领导, and 中心操作员: a centre's desk in one person. */
export type RoleId =
  | 'viewer'
  | 'citizen'
  | 'patrol'
  | 'intake'
  | 'dispatcher'
  | 'unit'
  | 'checker'
  | 'shift-leader'
  | 'supervisor'
  | 'grid-lead'
  | 'village'
  | 'commander'
  | 'director'
  | 'operator';

export interface Role {
  id: RoleId;
  zh: string;
  en: string;
}

/** A person who is signed in. */
export interface Person {
  /** Unique; 1 to 40 letters, digits, `.`, `_` or `-`. In the log as `user:NAME`. */
  name: string;
  role: RoleId;
  /** Code of the area of duty: the city, a district or a street. */
  area: string;
}

/** Everything that a screen may ask for; each has a row in the table of permissions. */
export type Deed =
  | 'acknowledge'
  | 'shelve'
  | 'unshelve'
  | 'pace'
  | 'step'
  | 'start'
  | 'branch'
  | 'policy'
  | 'inject'
  | 'accept'
  | 'reject'
  | 'file'
  | 'join'
  | 'assign'
  | 'support'
  | 'withdraw'
  | 'return'
  | 'rule'
  | 'extend'
  | 'suspend'
  | 'resume'
  | 'urge'
  | 'escalate'
  | 'contact'
  | 'take'
  | 'release'
  | 'verify'
  | 'rework'
  | 'confirm'
  | 'close'
  | 'reopen'
  | 'void'
  | 'look'
  | 'audit'
  | 'annotate'
  | 'moderate'
  | 'curate'
  | 'discard';
