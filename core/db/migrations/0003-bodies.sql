-- Party, authority, Front and organisations at a place, each in its own tree, and the functions they hold for a time.
create table organisation (
  key text primary key,
  name text not null,
  short_name text not null,
  family text not null check (family in ('party', 'state', 'front', 'other')),
  members text,
  position int not null
);

create table function_kind (
  key text primary key,
  name text not null,
  position int not null
);

create table body (
  id int generated always as identity primary key,
  organisation text not null references organisation,
  illustrative boolean not null default false,
  version int not null default 1
);

create table body_version (
  id int generated always as identity primary key,
  body_id int not null references body,
  valid_from date,
  valid_to date,
  name text not null,
  short_name text not null,
  place_id int not null references place,
  parent_id int references body,
  symbol text,
  search_key text not null,
  check (valid_from is null or valid_to is null or valid_from <= valid_to),
  exclude using gist (body_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index body_version_by_parent on body_version (parent_id);
create index body_version_by_place on body_version (place_id);

create table body_function (
  id int generated always as identity primary key,
  body_id int not null references body,
  function text not null references function_kind,
  valid_from date,
  valid_to date,
  check (valid_from is null or valid_to is null or valid_from <= valid_to),
  exclude using gist (body_id with =, function with =, daterange(valid_from, valid_to, '[]') with &&)
);

create table body_succession (
  id int generated always as identity primary key,
  from_id int not null references body,
  to_id int references body,
  on_date date not null,
  kind text not null check (kind in ('renamed', 'retyped', 'merged', 'split', 'dissolved')),
  act_id int references act,
  note text,
  check ((to_id is null) = (kind = 'dissolved')),
  unique nulls not distinct (from_id, to_id, on_date, kind)
);

-- The catalogue. Socio-political organisations stand in the order of Điều 9 Hiến pháp, after the Front they belong to.
-- “members” is what its members are called; empty where it keeps no roll.
insert into organisation (key, name, short_name, family, members, position) values
  ('partyCommittee', 'Cấp ủy', 'Cấp ủy', 'party', 'đảng viên', 10),
  ('standingBoard', 'Ban Thường vụ cấp ủy', 'Ban Thường vụ', 'party', null, 11),
  ('propagandaMobilisationBoard', 'Ban Tuyên giáo và Dân vận', 'Ban Tuyên giáo và Dân vận', 'party', null, 12),
  ('massMobilisationBoard', 'Ban Dân vận', 'Ban Dân vận', 'party', null, 13),
  ('partyBuildingBoard', 'Ban Xây dựng Đảng', 'Ban Xây dựng Đảng', 'party', null, 14),
  ('mobilisationBloc', 'Khối dân vận', 'Khối dân vận', 'party', null, 15),
  ('democracySteeringCommittee', 'Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở', 'BCĐ QCDC', 'party', null, 16),
  ('peoplesCouncil', 'Hội đồng nhân dân', 'HĐND', 'state', 'đại biểu', 20),
  ('peoplesCommittee', 'Ủy ban nhân dân', 'UBND', 'state', null, 21),
  ('stateAgency', 'Cơ quan, đơn vị nhà nước', 'Cơ quan', 'state', null, 22),
  ('fatherlandFront', 'Mặt trận Tổ quốc Việt Nam', 'MTTQ', 'front', null, 30),
  ('tradeUnion', 'Công đoàn', 'Công đoàn', 'front', 'đoàn viên công đoàn', 31),
  ('farmersUnion', 'Hội Nông dân', 'Hội Nông dân', 'front', 'hội viên', 32),
  ('youthUnion', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'Đoàn Thanh niên', 'front', 'đoàn viên', 33),
  ('womensUnion', 'Hội Liên hiệp Phụ nữ', 'Hội Phụ nữ', 'front', 'hội viên', 34),
  ('veterans', 'Hội Cựu chiến binh', 'Hội Cựu chiến binh', 'front', 'hội viên', 35),
  ('youthFederation', 'Hội Liên hiệp Thanh niên', 'Hội LHTN', 'other', 'hội viên', 40),
  ('elderlyAssociation', 'Hội Người cao tuổi', 'Hội Người cao tuổi', 'other', 'hội viên', 41),
  ('redCross', 'Hội Chữ thập đỏ', 'Hội Chữ thập đỏ', 'other', 'hội viên', 42),
  ('learningPromotion', 'Hội Khuyến học', 'Hội Khuyến học', 'other', 'hội viên', 43),
  ('formerYouthVolunteers', 'Hội Cựu thanh niên xung phong', 'Hội Cựu TNXP', 'other', 'hội viên', 44),
  ('agentOrangeVictims', 'Hội Nạn nhân chất độc da cam/dioxin', 'Hội NNCĐDC', 'other', 'hội viên', 45),
  ('otherAssociation', 'Hội quần chúng khác', 'Hội khác', 'other', 'hội viên', 49);

insert into function_kind (key, name, position) values
  ('massMobilisation', 'Công tác dân vận', 1),
  ('democracySteering', 'Chỉ đạo thực hiện dân chủ ở cơ sở', 2),
  ('citizenReception', 'Tiếp công dân', 3),
  ('inspection', 'Kiểm tra, giám sát', 4),
  ('documentRegister', 'Văn thư, sổ đăng ký văn bản', 5);
